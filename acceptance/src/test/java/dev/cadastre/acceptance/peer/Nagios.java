package dev.cadastre.acceptance.peer;

import dev.cadastre.lab.LabHost;

/** Nagios, which watches one host. */
final class Nagios implements Peer {

    private static final String OBJECTS =
            """
            define timeperiod {
                timeperiod_name always
                alias always
            }
            define command {
                command_name fine
                command_line /usr/lib/nagios/plugins/check_dummy 0
            }
            define contact {
                contact_name anna
                host_notifications_enabled 0
                service_notifications_enabled 0
                host_notification_period always
                service_notification_period always
                host_notification_commands fine
                service_notification_commands fine
            }
            define host {
                host_name web1
                address 127.0.0.1
                check_command fine
                check_period always
                max_check_attempts 1
                contacts anna
                notification_period always
            }
            define service {
                host_name web1
                service_description fine
                check_command fine
                check_period always
                max_check_attempts 1
                contacts anna
                notification_period always
            }
            """;

    @Override
    public void start(LabHost host) {
        host.run("install --directory --owner=nagios /srv/nagios");
        host.writeFile("/srv/nagios/objects.cfg", OBJECTS);
        host.writeFile(
                "/srv/nagios/nagios.cfg",
                """
                log_file=/srv/nagios/nagios.log
                cfg_file=/srv/nagios/objects.cfg
                status_file=/srv/nagios/status.dat
                status_update_interval=10
                object_cache_file=/srv/nagios/objects.cache
                precached_object_file=/srv/nagios/objects.precache
                state_retention_file=/srv/nagios/retention.dat
                command_file=/srv/nagios/nagios.cmd
                lock_file=/srv/nagios/nagios.pid
                temp_file=/srv/nagios/nagios.tmp
                temp_path=/srv/nagios
                check_result_path=/srv/nagios
                query_socket=/srv/nagios/nagios.qh
                check_external_commands=0
                check_for_updates=0
                use_syslog=0
                nagios_user=nagios
                nagios_group=nagios
                """);
        host.launch("nagios", "/usr/sbin/nagios4", "/srv/nagios/nagios.cfg")
                .awaitCommand("[ -s /srv/nagios/status.dat ]");
    }

    @Override
    public String checksOnHost() {
        return """
        0 check_nagios -F /srv/nagios/status.dat -e 5 -C nagios4
        2= check_nagios -F /srv/nagios/status.dat -e 5 -C nagios5
        2= check_nagios -F /srv/nagios/none.dat -e 5 -C nagios4
        """;
    }
}
