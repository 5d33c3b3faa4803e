-- The states of a lookout 布控协查.
insert into chart_state (kind, state) values
  ('lookout', 'drafted'), ('lookout', 'issued'), ('lookout', 'unable'), ('lookout', 'deployed'), ('lookout', 'lifting'), ('lookout', 'lifted'),
  ('lookout', 'expired'), ('lookout', 'recalled'), ('lookout', 'discarded');
