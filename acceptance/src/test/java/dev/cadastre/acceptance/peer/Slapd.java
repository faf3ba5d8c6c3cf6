package dev.cadastre.acceptance.peer;

import dev.cadastre.lab.LabHost;

/** A directory, also by TLS, which its own host trusts and nobody else. */
final class Slapd implements Peer {

    private static final int PORT = 636;

    @Override
    public void start(LabHost host) {
        Certificate certificate = Certificate.in(host, "/srv/ldap");
        host.writeFile("/etc/ldap/ldap.conf", "TLS_CACERT %s\n".formatted(certificate.file()));
        host.writeFile(
                "/srv/slapd.conf",
                """
                include /etc/ldap/schema/core.schema
                modulepath /usr/lib/ldap
                moduleload back_mdb
                TLSCertificateFile %s
                TLSCertificateKeyFile %s
                database mdb
                suffix dc=shop,dc=test
                rootdn cn=admin,dc=shop,dc=test
                rootpw s3cret
                directory /srv/ldap
                """
                        .formatted(certificate.file(), certificate.key()));
        host.writeFile(
                "/srv/shop.ldif",
                """
                dn: dc=shop,dc=test
                objectClass: dcObject
                objectClass: organization
                dc: shop
                o: Shop

                dn: ou=people,dc=shop,dc=test
                objectClass: organizationalUnit
                ou: people
                """);
        host.run("slapadd -f /srv/slapd.conf -l /srv/shop.ldif");
        String urls = "ldap://%s ldaps://%s".formatted(host.address(), host.address());
        host.launch("root", "slapd", "-d", "0", "-f", "/srv/slapd.conf", "-h", urls)
                .awaitPort(PORT);
    }

    @Override
    public String checks() {
        return """
        0 check_ldap -3 -H HOST -b dc=shop,dc=test -w 5 -c 9
        0 check_ldap -3 -H HOST -b dc=shop,dc=test -D cn=admin,dc=shop,dc=test -P s3cret
        2= check_ldap -3 -H HOST -b dc=shop,dc=test -D cn=admin,dc=shop,dc=test -P wrong
        2= check_ldap -H HOST -b dc=shop,dc=test
        0 check_ldap -3 -H HOST -b dc=shop,dc=test -a '(ou=*)' -W 1:5 -C 0:9
        1 check_ldap -3 -H HOST -b dc=shop,dc=test -a '(ou=*)' -W 5: -C 0:9
        2 check_ldap -3 -H HOST -b dc=shop,dc=test -a '(ou=*)' -W 5: -C 9:
        2= check_ldap -3 -H HOST -b dc=other,dc=test
        2= check_ldap -3 -H HOST -p 388 -b dc=shop,dc=test
        2= check_ldaps -3 -H HOST -b dc=shop,dc=test
        """;
    }

    @Override
    public String checksOnHost() {
        return """
        0 check_ldaps -3 -H HOST -b dc=shop,dc=test -w 5 -c 9
        0 check_ldap -3 -T -H HOST -b dc=shop,dc=test -w 5 -c 9
        """;
    }
}
