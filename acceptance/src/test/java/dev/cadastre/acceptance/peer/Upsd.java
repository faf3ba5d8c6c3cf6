package dev.cadastre.acceptance.peer;

import dev.cadastre.lab.LabHost;

/** Network UPS Tools with a device that is a file: on line, nine tenths full. */
final class Upsd implements Peer {

    private static final int PORT = 3493;

    @Override
    public void start(LabHost host) {
        host.run("install --directory --owner=nut /run/nut");
        host.writeFile(
                "/etc/nut/ups.conf", "[desk]\n  driver = dummy-ups\n  port = /etc/nut/desk.dev\n");
        host.writeFile(
                "/etc/nut/desk.dev",
                """
                ups.status: OL
                battery.charge: 90
                ups.load: 30
                input.voltage: 230
                ups.temperature: 20
                """);
        host.writeFile("/etc/nut/upsd.conf", "LISTEN %s %d\n".formatted(host.address(), PORT));
        host.writeFile("/etc/nut/upsd.users", "");
        host.launch("nut", "/lib/nut/dummy-ups", "-F", "-a", "desk")
                .awaitCommand("[ -S /run/nut/dummy-ups-desk ]");
        host.launch("nut", "/lib/nut/upsd", "-F")
                .awaitPort(PORT)
                .awaitCommand("upsc desk@%s ups.status".formatted(host.address()));
    }

    @Override
    public String checks() {
        return """
        0= check_ups -H HOST -u desk
        0= check_ups -H HOST -u desk -v LINE -w 240 -c 250
        1= check_ups -H HOST -u desk -v BATTPCT -w 95 -c 50
        2= check_ups -H HOST -u desk -v LOADPCT -w 10 -c 20
        2= check_ups -H HOST -u attic
        2= check_ups -H HOST -u desk -p 3494
        """;
    }
}
