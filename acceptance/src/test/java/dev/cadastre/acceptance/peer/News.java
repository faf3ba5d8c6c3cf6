package dev.cadastre.acceptance.peer;

import dev.cadastre.lab.LabHost;

/** leafnode behind xinetd, which also tells the time and echoes; socat encrypts the news. */
final class News implements Peer {

    private static final int NEWS = 119;
    private static final int ENCRYPTED_NEWS = 563;

    @Override
    public void start(LabHost host) {
        // It takes no name of a domain that is reserved for tests.
        host.writeFile(
                "/etc/news/leafnode/config",
                "server = news.cadastre.dev\nhostname = news.cadastre.dev\nexpire = 20\n");
        host.writeFile(
                "/srv/xinetd.conf",
                """
                service nntp
                {
                    socket_type = stream
                    protocol = tcp
                    wait = no
                    user = news
                    server = /usr/sbin/leafnode
                }
                """
                        + builtIn("time", "stream", "tcp", "no")
                        + builtIn("time", "dgram", "udp", "yes")
                        + builtIn("echo", "dgram", "udp", "yes"));
        host.launch("root", "xinetd", "-dontfork", "-f", "/srv/xinetd.conf").awaitPort(NEWS);
        Certificate certificate = Certificate.in(host, "/srv/news");
        host.launch(
                        "root",
                        "socat",
                        "OPENSSL-LISTEN:%d,fork,verify=0,cert=%s,key=%s"
                                .formatted(ENCRYPTED_NEWS, certificate.file(), certificate.key()),
                        "TCP:%s:%d".formatted(host.address(), NEWS))
                .awaitPort(ENCRYPTED_NEWS);
    }

    private static String builtIn(String name, String type, String protocol, String wait) {
        return """
        service %s
        {
            type = INTERNAL
            id = %s-%s
            socket_type = %s
            protocol = %s
            wait = %s
            user = root
        }
        """
                .formatted(name, name, type, type, protocol, wait);
    }

    @Override
    public String checks() {
        return """
        0 check_nntp -H HOST
        1 check_nntp -H HOST -w 0.000001
        2= check_nntp -H HOST -p 118
        0 check_nntps -H HOST
        0 check_nntps -H HOST -D 10,5
        1 check_nntps -H HOST -D 40,5
        2 check_nntps -H HOST -D 60,40
        2 check_nntps -H HOST -p 119
        0 check_time -H HOST -w 60 -c 90
        0 check_time -H HOST -u -w 60 -c 90
        3= check_time -H HOST -p 38
        0 check_udp -H HOST -p 7 -s hallo -e hallo
        1 check_udp -H HOST -p 7 -s hallo -e bye
        """;
    }
}
