-- Case notices 结案抄告: the states of their chart.
insert into chart_state (kind, state) values
  ('case-notice', 'drafted'), ('case-notice', 'inReview'), ('case-notice', 'approved'), ('case-notice', 'sent'),
  ('case-notice', 'received'), ('case-notice', 'answered'), ('case-notice', 'recalling'), ('case-notice', 'recalled'),
  ('case-notice', 'discarded');
