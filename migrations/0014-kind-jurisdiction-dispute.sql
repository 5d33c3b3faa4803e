-- Jurisdiction disputes 管辖争议: the states of their chart, and who has jurisdiction over a case since one was settled.

insert into chart_state (kind, state) values
  ('jurisdiction-dispute', 'drafted'), ('jurisdiction-dispute', 'raised'), ('jurisdiction-dispute', 'consulting'),
  ('jurisdiction-dispute', 'demanded'), ('jurisdiction-dispute', 'takenUp'), ('jurisdiction-dispute', 'escalated'), ('jurisdiction-dispute', 'forAsker'), ('jurisdiction-dispute', 'forAnswerer'),
  ('jurisdiction-dispute', 'elsewhere'), ('jurisdiction-dispute', 'handedToAsker'), ('jurisdiction-dispute', 'handedToAnswerer'),
  ('jurisdiction-dispute', 'closedForAsker'), ('jurisdiction-dispute', 'closedForAnswerer'),
  ('jurisdiction-dispute', 'closedElsewhere'), ('jurisdiction-dispute', 'dropped'), ('jurisdiction-dispute', 'discarded');

-- Open disputes are few among all that agencies write to each other: a common superior finds those it may take up without reading the rest.
create index leg_open_dispute on leg (matter_id) where kind = 'jurisdiction-dispute' and settled_at is null;

-- The matters somebody linked to this one as being about the same case; what begins from a case is.
create function same_case_as(the_case uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select k.other_id from matter_link k where k.matter_id = the_case and k.relation = 'same-case'
  union all
  select k.matter_id from matter_link k where k.other_id = the_case and k.relation = 'same-case';
end;

-- In which matter jurisdiction over a case was settled, by agreement or designation, and on whom: over the case of this number, or over
-- the one that is linked as the same, such as one that has no number yet. Among the matters one's agency takes part in, and a
-- designation to transfer to it. It looks at restricted ones too, because what an officer may not read must not be passed on either;
-- only number and agency come out.
create function jurisdiction_settled_in(wanted_key text, the_case uuid default null) returns table (number text, agency_id uuid)
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
          'elsewhere', 'closedElsewhere'))
      or (t.kind = 'case-transfer' and l.state = 'returned' and l.done ? 'designateAsker'))
    and (
      t.subject_key = wanted_key
      or t.id in (select same_case_as(the_case))
      or (t.kind = 'jurisdiction-dispute' and exists (
        select from event e
        where e.matter_id = t.id and case_number_key(e.body #>> '{form,position,caseNumber}') = wanted_key)))
  order by t.opened_at desc
  limit 1;
end;

-- The matter by which a case, of this number or linked as the same, went to another agency, and to which: by what was settled last,
-- else by a transfer that the receiver accepted. Nothing while it is with one's own agency or one that it succeeded.
create function case_elsewhere_in(wanted_key text, the_case uuid) returns table (number text, agency_id uuid)
language sql stable security definer set search_path = public, pg_temp
begin atomic
  with settled as (select s.number, s.agency_id from jurisdiction_settled_in(wanted_key, the_case) s),
  accepted as (
    select t.number, t.lead_id as agency_id
    from party p
    join matter t on t.id = p.matter_id
    join leg l on l.matter_id = t.id and l.asker_id = p.agency_id
    where p.agency_id = current_agency()
      and t.kind = 'case-transfer' and (t.subject_key = wanted_key or t.id in (select same_case_as(the_case)))
      and t.lead_id <> p.agency_id and not l.done ? 'declineToFile'
    limit 1)
  select went.number, went.agency_id
  from (select * from settled union all select * from accepted where not exists (select from settled)) went
  where went.agency_id <> current_agency() and went.agency_id not in (select predecessors_of(current_agency()));
end;

-- The transfer in which the side that would give up a disputed case had taken it over, by the number of the dispute or one it stated
-- itself. Only for who takes part in the dispute, about one of its two sides; only the number comes out.
create function taken_over_before(dispute uuid, giver uuid) returns text
language sql stable security definer set search_path = public, pg_temp
begin atomic
  select t.number
  from matter d
  join leg disputed on disputed.matter_id = d.id and giver in (disputed.asker_id, disputed.answerer_id)
  join matter t on t.kind = 'case-transfer' and t.lead_id = giver
  join leg l on l.matter_id = t.id and (l.answerer_id = giver or l.answerer_id in (select predecessors_of(giver)))
  where d.id = dispute
    and exists (select from party p where p.matter_id = d.id and p.agency_id = current_agency())
    and exists (
      select from (
        select d.subject_key
        union all
        select case_number_key(e.body #>> '{form,position,caseNumber}') from event e
        where e.matter_id = d.id and e.agency_id = giver) stated (key)
      where t.subject_key = key or exists (
        select from event e
        where e.matter_id = t.id and e.type = 'file' and case_number_key(e.body #>> '{form,caseNumber}') = key))
  limit 1;
end;

revoke execute on function same_case_as(uuid), jurisdiction_settled_in(text, uuid), case_elsewhere_in(text, uuid), taken_over_before(uuid, uuid) from public;
grant execute on function jurisdiction_settled_in(text, uuid), case_elsewhere_in(text, uuid), taken_over_before(uuid, uuid) to xiezhi_app;
