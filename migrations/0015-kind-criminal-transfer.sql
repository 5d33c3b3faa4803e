-- Transfers of suspected crimes 涉嫌犯罪移送: the states of their chart, and whether a case is with the police.

insert into chart_state (kind, state) values
  ('criminal-transfer', 'drafted'), ('criminal-transfer', 'inReview'), ('criminal-transfer', 'correcting'),
  ('criminal-transfer', 'approved'), ('criminal-transfer', 'sent'), ('criminal-transfer', 'received'),
  ('criminal-transfer', 'forwarding'), ('criminal-transfer', 'forwarded'), ('criminal-transfer', 'notFiled'), ('criminal-transfer', 'reconsidering'),
  ('criminal-transfer', 'upheld'), ('criminal-transfer', 'supervised'), ('criminal-transfer', 'filed'),
  ('criminal-transfer', 'handedOver'), ('criminal-transfer', 'concluded'), ('criminal-transfer', 'sentBack'),
  ('criminal-transfer', 'unfiled'), ('criminal-transfer', 'refused'), ('criminal-transfer', 'discarded');

-- The transfer under which a case of one of these numbers is with the police: reported by one's own agency, one it took over from, or
-- one of those named, who had the case before. It looks at restricted matters too, because a penalty nobody may decide is not decided
-- by who cannot read why; only the number and where it stands come out.
create function with_police_in(wanted_keys text[], others uuid[]) returns table (number text, state text, criminal_fine boolean)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select t.number, l.state,
    exists (
      select from event e
      where e.matter_id = t.id and e.type = 'conclude' and e.body #>> '{form,criminalFine}' = 'fined')
  from matter t join leg l on l.matter_id = t.id and l.no = 1
  where t.kind = 'criminal-transfer' and t.subject_key = any (wanted_keys)
    and (t.opener_id = current_agency() or t.opener_id = any (others)
      or t.opener_id in (select predecessors_of(current_agency())))
    and l.state not in ('drafted', 'discarded', 'refused', 'unfiled', 'sentBack')
  order by l.state = 'concluded', t.opened_at desc
  limit 1;
end;

revoke execute on function with_police_in(text[], uuid[]) from public;
grant execute on function with_police_in(text[], uuid[]) to xiezhi_app;
