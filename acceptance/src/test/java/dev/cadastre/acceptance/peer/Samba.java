package dev.cadastre.acceptance.peer;

import dev.cadastre.lab.LabHost;

/** A share for everybody, and one for nobody. */
final class Samba implements Peer {

    private static final int PORT = 445;

    @Override
    public void start(LabHost host) {
        host.run("mkdir -p /srv/share /srv/samba");
        host.writeFile(
                "/srv/smb.conf",
                """
                [global]
                    workgroup = SHOP
                    map to guest = bad user
                    disable netbios = yes
                    smb ports = %d
                    interfaces = %s
                    bind interfaces only = yes
                    private dir = /srv/samba
                    load printers = no
                    disable spoolss = yes
                [files]
                    path = /srv/share
                    guest ok = yes
                [closed]
                    path = /srv/share
                    guest ok = no
                """
                        .formatted(PORT, host.address()));
        host.launch("root", "smbd", "--foreground", "--no-process-group", "-s", "/srv/smb.conf")
                .awaitPort(PORT);
    }

    @Override
    public String checksOnHost() {
        return """
        0 check_disk_smb -H HOST -s files -w 99 -c 100
        1 check_disk_smb -H HOST -s files -w 99999G -c 1k
        2 check_disk_smb -H HOST -s files -w 99999G -c 99998G
        2= check_disk_smb -H HOST -s closed
        2= check_disk_smb -H HOST -s nothing
        2= check_disk_smb -H HOST -s files -P 446
        """;
    }
}
