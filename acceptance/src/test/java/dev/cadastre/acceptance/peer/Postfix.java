package dev.cadastre.acceptance.peer;

import dev.cadastre.lab.HostProgram;
import dev.cadastre.lab.LabHost;

/** A mail server that keeps one mail, as it may not send it. */
final class Postfix implements Peer {

    private static final int PORT = 25;

    @Override
    public void start(LabHost host) {
        host.writeFile(
                "/etc/postfix/main.cf",
                """
                compatibility_level = 3.6
                myhostname = mail.shop.test
                inet_interfaces = %s
                inet_protocols = ipv4
                defer_transports = smtp
                maillog_file = /dev/stdout
                """
                        .formatted(host.address()));
        HostProgram postfix = host.launch("root", "postfix", "start-fg").awaitPort(PORT);
        host.run("printf 'Subject: order\\n\\nhallo\\n' | sendmail anna@example.test");
        postfix.awaitCommand("mailq | grep -q 'in 1 Request'");
    }

    @Override
    public String checks() {
        return """
        0 check_smtp -H HOST
        0 check_smtp -H HOST -C 'MAIL FROM:<anna@shop.test>' -R 250
        1 check_smtp -H HOST -C 'RCPT TO:<anna@shop.test>' -R 250
        1 check_smtp -H HOST -e 221
        1 check_smtp -H HOST -S
        2 check_smtp -H HOST -p 26
        """;
    }

    @Override
    public String checksOnHost() {
        return """
        0= check_mailq -M postfix -w 2 -c 5
        1= check_mailq -M postfix -w 1 -c 5
        2= check_mailq -M postfix -w 0 -c 1
        3= check_mailq -M qmail -w 1 -c 5
        """;
    }
}
