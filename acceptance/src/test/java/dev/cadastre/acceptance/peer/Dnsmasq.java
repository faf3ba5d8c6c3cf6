package dev.cadastre.acceptance.peer;

import dev.cadastre.lab.LabHost;

/** Names of a zone, and addresses for those that ask on the laboratory's network. */
final class Dnsmasq implements Peer {

    private static final int PORT = 53;

    @Override
    public void start(LabHost host) {
        host.launch(
                        "root",
                        "dnsmasq",
                        "--keep-in-foreground",
                        "--user=nobody",
                        "--conf-file=/dev/null",
                        "--no-resolv",
                        "--no-hosts",
                        "--bind-interfaces",
                        "--interface=eth0",
                        "--pid-file=",
                        "--log-facility=-",
                        "--auth-server=ns.shop.test,eth0",
                        "--auth-zone=shop.test",
                        "--host-record=www.shop.test,10.77.0.81",
                        "--dhcp-range=10.77.64.1,10.77.64.9,1h",
                        "--dhcp-leasefile=/srv/leases",
                        "--no-ping")
                .awaitPort(PORT);
    }

    @Override
    public String checks() {
        return """
        0 check_dns -H www.shop.test -s HOST -a 10.77.0.81 -w 5 -c 8
        0 check_dns -H www.shop.test -s HOST -A
        1 check_dns -H www.shop.test -s HOST -w 0.000001 -c 8
        2= check_dns -H www.shop.test -s HOST -a 10.77.0.99
        2= check_dns -H gone.shop.test -s HOST
        0 check_dig -H HOST -l www.shop.test -a 10.77.0.81 -w 5 -c 8
        1 check_dig -H HOST -l www.shop.test -a 10.77.0.99
        2 check_dig -H HOST -l gone.shop.test
        0= check_dhcp -i lab0 -t 3
        0= check_dhcp -i lab0 -t 3 -s HOST
        2= check_dhcp -i lab0 -t 1 -s 10.77.64.200
        3= check_dhcp -i none
        """;
    }
}
