-- Recognition of evidence 证据互认: the states of its chart.
insert into chart_state (kind, state) values
  ('evidence-recognition', 'drafted'), ('evidence-recognition', 'sent'), ('evidence-recognition', 'received'),
  ('evidence-recognition', 'supplementing'), ('evidence-recognition', 'recognised'),
  ('evidence-recognition', 'refused'), ('evidence-recognition', 'recalled'),
  ('evidence-recognition', 'discarded');
