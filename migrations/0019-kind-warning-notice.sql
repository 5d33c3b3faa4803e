-- Warning notice 执法预警通报: the states of its chart.
insert into chart_state (kind, state) values
  ('warning-notice', 'drafted'), ('warning-notice', 'sent'), ('warning-notice', 'acknowledged'),
  ('warning-notice', 'withdrawn'), ('warning-notice', 'closed'), ('warning-notice', 'expired'),
  ('warning-notice', 'recalled'), ('warning-notice', 'discarded');
