-- Consultations 磋商: the states of their chart.
insert into chart_state (kind, state) values
  ('consultation', 'drafted'), ('consultation', 'called'), ('consultation', 'joined'), ('consultation', 'minuted'),
  ('consultation', 'correcting'), ('consultation', 'confirmed'), ('consultation', 'closed'), ('consultation', 'cancelled'),
  ('consultation', 'discarded');
