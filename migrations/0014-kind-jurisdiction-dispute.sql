-- Jurisdiction disputes 管辖争议: the states of their chart, and who has jurisdiction over a case since one was settled.

insert into chart_state (kind, state) values
  ('jurisdiction-dispute', 'drafted'), ('jurisdiction-dispute', 'raised'), ('jurisdiction-dispute', 'consulting'),
  ('jurisdiction-dispute', 'escalated'), ('jurisdiction-dispute', 'forAsker'), ('jurisdiction-dispute', 'forAnswerer'),
  ('jurisdiction-dispute', 'elsewhere'), ('jurisdiction-dispute', 'handedToAsker'), ('jurisdiction-dispute', 'handedToAnswerer'),
  ('jurisdiction-dispute', 'closedForAsker'), ('jurisdiction-dispute', 'closedForAnswerer'),
  ('jurisdiction-dispute', 'closedElsewhere'), ('jurisdiction-dispute', 'dropped'), ('jurisdiction-dispute', 'discarded');

-- In which matter jurisdiction over a case of this number was settled, by agreement or designation, and on whom: among the matters
-- one's agency takes part in, and a designation to transfer to it. It looks at restricted ones too, because what an officer may not
-- read must not be passed on either; only number and agency come out.
create function jurisdiction_settled_in(wanted_key text) returns table (number text, agency_id uuid)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select t.number,
    case
      when l.state in ('forAsker', 'handedToAsker', 'closedForAsker', 'returned') then l.asker_id
      when l.state in ('forAnswerer', 'handedToAnswerer', 'closedForAnswerer') then l.answerer_id
      else (
        select (e.body #>> '{form,agency,0}')::uuid from event e
        where e.matter_id = t.id and e.type = 'designateOther' order by e.seq desc limit 1)
    end
  from party p
  join matter t on t.id = p.matter_id
  join leg l on l.matter_id = t.id and l.no = 1
  where p.agency_id = current_agency()
    and (
      (t.kind = 'jurisdiction-dispute'
        and l.state in ('forAsker', 'handedToAsker', 'closedForAsker', 'forAnswerer', 'handedToAnswerer', 'closedForAnswerer',
          'elsewhere', 'closedElsewhere')
        and (t.subject_key = wanted_key or exists (
          select from event e
          where e.matter_id = t.id and case_number_key(e.body #>> '{form,position,caseNumber}') = wanted_key)))
      or (t.kind = 'case-transfer' and t.subject_key = wanted_key and l.state = 'returned' and l.done ? 'designateAsker'))
  order by t.opened_at desc
  limit 1;
end;

revoke execute on function jurisdiction_settled_in(text) from public;
grant execute on function jurisdiction_settled_in(text) to xiezhi_app;
