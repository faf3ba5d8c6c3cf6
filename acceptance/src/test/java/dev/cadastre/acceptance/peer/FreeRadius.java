package dev.cadastre.acceptance.peer;

import dev.cadastre.lab.LabHost;

/** FreeRADIUS, which knows one person and the plug-in on its own host. */
final class FreeRadius implements Peer {

    private static final int PORT = 1812;

    @Override
    public void start(LabHost host) {
        host.writeFile(
                "/etc/freeradius/3.0/clients.conf",
                """
                client host {
                  ipaddr = %s
                  secret = sesame
                  require_message_authenticator = no
                }
                """
                        .formatted(host.address()));
        host.writeFile(
                "/etc/freeradius/3.0/mods-config/files/authorize",
                "anna Cleartext-Password := \"s3cret\"\n");
        host.writeFile("/srv/radius/servers", host.address() + " sesame\n");
        host.writeFile(
                "/srv/radius/client.conf",
                """
                authserver %s
                acctserver %s
                servers /srv/radius/servers
                dictionary /etc/radcli/dictionary
                radius_timeout 1
                radius_retries 1
                bindaddr *
                """
                        .formatted(host.address(), host.address()));
        host.launch("root", "freeradius", "-f", "-l", "stdout").awaitCommand(Listening.onUdp(PORT));
    }

    /**
     * Whoever is refused is neither let in nor unknown to check_radius: it knows no such answer.
     */
    @Override
    public String checksOnHost() {
        return """
        0= check_radius -H HOST -F /srv/radius/client.conf -u anna -p s3cret
        3= check_radius -H HOST -F /srv/radius/client.conf -u anna -p wrong
        2= check_radius -H HOST -P 1 -t 1 -F /srv/radius/client.conf -u anna -p s3cret
        """;
    }
}
