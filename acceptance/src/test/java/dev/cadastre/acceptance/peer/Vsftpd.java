package dev.cadastre.acceptance.peer;

import dev.cadastre.lab.LabHost;

/** Files for everybody. */
final class Vsftpd implements Peer {

    private static final int PORT = 21;

    @Override
    public void start(LabHost host) {
        host.run("mkdir -p /srv/empty");
        host.writeFile(
                "/srv/vsftpd.conf",
                """
                listen=YES
                listen_address=%s
                background=NO
                anonymous_enable=YES
                secure_chroot_dir=/srv/empty
                """
                        .formatted(host.address()));
        host.launch("root", "vsftpd", "/srv/vsftpd.conf").awaitPort(PORT);
    }

    @Override
    public String checks() {
        return """
        0 check_ftp -H HOST
        1 check_ftp -H HOST -e 421 -M warn
        2 check_ftp -H HOST -e 421 -M crit
        2= check_ftp -H HOST -p 20
        """;
    }
}
