-- Sound and video that need not be kept any longer 音像资料保存期届满: a report for whoever decides. Nothing is deleted by it.

create table retention_report (
  file_id uuid primary key references attachment,
  agency_id uuid not null references agency,
  -- How long it had to be kept, and by which rule.
  kept_until timestamptz(3) not null,
  rule_id text not null,
  reported_at timestamptz(3) not null default now()
);
create index retention_report_of_agency on retention_report (agency_id, kept_until);

alter table retention_report enable row level security;
create policy own_agency_reads on retention_report for select to xiezhi_app using (agency_id = current_agency());
create policy jobs on retention_report to xiezhi_system using (true);
grant select on retention_report to xiezhi_app;
grant select, insert, delete on retention_report to xiezhi_system;
