package dev.cadastre.acceptance.peer;

import dev.cadastre.lab.LabHost;
import java.util.List;

/** A chat in which two people are. */
final class Ngircd implements Peer {

    private static final int PORT = 6667;

    @Override
    public void start(LabHost host) {
        host.writeFile(
                "/srv/ngircd.conf",
                """
                [Global]
                    Name = irc.shop.test
                    Listen = %s
                    Ports = %d
                    PidFile =
                    MotdPhrase = hallo
                [Limits]
                    MaxConnectionsIP = 0
                    PingTimeout = 3600
                [Options]
                    Ident = no
                    DNS = no
                    PAM = no
                """
                        .formatted(host.address(), PORT));
        host.launch("root", "ngircd", "-n", "-f", "/srv/ngircd.conf").awaitPort(PORT);
        for (String name : List.of("anna", "bert")) {
            String file = "/srv/irc/" + name;
            host.writeFile(file, "NICK %s\nUSER %s 0 0 %s\n".formatted(name, name, name));
            host.launch(
                            "nobody",
                            "socat",
                            "TCP:%s:%d".formatted(host.address(), PORT),
                            "EXEC:tail --lines=+1 --follow " + file)
                    .awaitConnection(host.address(), PORT);
        }
    }

    /** The plug-in itself is there, too. */
    @Override
    public String checks() {
        return """
        0 check_ircd -H HOST
        1 check_ircd -H HOST -w 1 -c 50
        2 check_ircd -H HOST -w 1 -c 2
        3= check_ircd -H HOST -p 6668
        """;
    }
}
