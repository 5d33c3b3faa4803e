-- Request for forces 力量支援: the states of its chart.
insert into chart_state (kind, state) values
  ('force-request', 'drafted'), ('force-request', 'inReview'), ('force-request', 'approved'),
  ('force-request', 'sent'), ('force-request', 'received'), ('force-request', 'committed'),
  ('force-request', 'arrived'), ('force-request', 'prolonged'), ('force-request', 'returned'), ('force-request', 'closed'),
  ('force-request', 'cancelled'), ('force-request', 'declined'), ('force-request', 'recalled'),
  ('force-request', 'discarded');
