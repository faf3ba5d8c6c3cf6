-- Sets that have most in common are found by their members, whatever the hosts' systems are.
drop index inventory.package_set_os;
alter table inventory.package_set drop column os;
