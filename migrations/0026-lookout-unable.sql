-- An agency that cannot deploy a lookout 布控协查 stands out among those that still have to.
insert into chart_state (kind, state) values ('lookout', 'unable');
