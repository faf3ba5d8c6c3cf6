package dev.cadastre.acceptance.peer;

import dev.cadastre.lab.LabHost;
import java.util.List;

/** Two agents: the host's own, which is a printer, too, and a printer that is low on toner. */
final class Snmpd implements Peer {

    private static final int PORT = 161;
    private static final int OTHER_PORT = 1161;

    /** What an HP JetDirect tells of itself, in this order. */
    private static final String PRINTER = ".1.3.6.1.4.1.11.2.3.9.1.1.";

    private static final int TONER_LOW = 10;
    private static final List<Integer> STATES =
            List.of(1, 2, 3, 6, 8, 9, TONER_LOW, 11, 12, 17, 19);

    @Override
    public void start(LabHost host) {
        agent(host, PORT, true);
        agent(host, OTHER_PORT, false);
    }

    private static void agent(LabHost host, int port, boolean toner) {
        StringBuilder text = new StringBuilder();
        text.append("rocommunity public\nsysName printer\n");
        text.append("agentaddress udp:%s:%d\n".formatted(host.address(), port));
        text.append("[snmp] persistentDir /srv/snmp-%d\n".formatted(port));
        text.append("override %s3.0 octet_str %s\n".formatted(PRINTER, toner ? "READY" : "TONER"));
        for (int state : STATES) {
            int value = state == TONER_LOW && !toner ? 1 : 0;
            text.append("override %s2.%d.0 integer %d\n".formatted(PRINTER, state, value));
        }
        String file = "/srv/snmpd-%d.conf".formatted(port);
        host.writeFile(file, text.toString());
        host.launch("root", "snmpd", "-f", "-Lo", "-m", "", "-C", "-c", file)
                .awaitCommand(Listening.onUdp(port));
    }

    /** check_breeze and check_wave speak to a snmpget of 2001 and cannot understand any later. */
    @Override
    public String checks() {
        return """
        0 check_snmp -H HOST -o .1.3.6.1.2.1.1.3.0
        0= check_snmp -H HOST -o .1.3.6.1.2.1.1.5.0 -r printer
        2= check_snmp -H HOST -o .1.3.6.1.2.1.1.5.0 -r scanner
        0= check_snmp -H HOST -o .1.3.6.1.2.1.2.1.0 -w 1:9 -c 1:99 -l links
        1= check_snmp -H HOST -o .1.3.6.1.2.1.2.1.0 -w 5: -c 1:
        2= check_snmp -H HOST -o .1.3.6.1.2.1.2.1.0 -w 5: -c 5:
        3= check_snmp -H HOST -o .1.3.6.1.2.1.2.1.0 -C wrong -t 2 -e 0
        0= check_ifstatus -H HOST
        3= check_ifstatus -H HOST -C wrong -t 2
        0= check_ifoperstatus -H HOST -d eth0
        3= check_ifoperstatus -H HOST -d eth0 -C wrong -t 2
        0= check_hpjd -H HOST
        1= check_hpjd -H HOST -p 1161
        2= check_breeze -H HOST -w 50 -c 20
        2= check_wave -H HOST -w 50 -c 20
        """;
    }
}
