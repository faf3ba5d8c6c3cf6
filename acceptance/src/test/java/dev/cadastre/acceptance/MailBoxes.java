package dev.cadastre.acceptance;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.stream.Stream;

/** A mail server with the account {@code anna}, whose password is {@code s3cret}. */
final class MailBoxes implements AutoCloseable {

    private final GreenMail mail =
            new GreenMail(
                    Stream.of(
                                    ServerSetup.PROTOCOL_SMTP,
                                    ServerSetup.PROTOCOL_SMTPS,
                                    ServerSetup.PROTOCOL_IMAP,
                                    ServerSetup.PROTOCOL_IMAPS,
                                    ServerSetup.PROTOCOL_POP3,
                                    ServerSetup.PROTOCOL_POP3S)
                            .map(protocol -> new ServerSetup(0, "127.0.0.1", protocol))
                            .toArray(ServerSetup[]::new));

    private MailBoxes() {}

    /** Starts one that speaks everything, plain and by TLS. */
    static MailBoxes start() {
        MailBoxes boxes = new MailBoxes();
        boxes.mail.start();
        boxes.mail.setUser("anna@shop.test", "anna", "s3cret");
        return boxes;
    }

    /** What plug-ins must find. */
    String checks() {
        return """
        0 check_smtp -H 127.0.0.1 -p SMTP -A LOGIN -U anna -P s3cret
        2 check_smtp -H 127.0.0.1 -p SMTP -A LOGIN -U anna -P wrong
        0 check_ssmtp -H 127.0.0.1 -p SMTPS
        1 check_ssmtp -H 127.0.0.1 -p SMTPS -e 421
        0 check_imap -H 127.0.0.1 -p IMAP
        1 check_imap -H 127.0.0.1 -p IMAP -e BYE
        0 check_simap -H 127.0.0.1 -p IMAPS
        2 check_simap -H 127.0.0.1 -p IMAP
        0 check_pop -H 127.0.0.1 -p POP
        1 check_pop -H 127.0.0.1 -p POP -e -ERR
        0 check_spop -H 127.0.0.1 -p POPS
        2 check_spop -H 127.0.0.1 -p POP
        """
                .replace(" SMTPS", " " + mail.getSmtps().getPort())
                .replace(" SMTP", " " + mail.getSmtp().getPort())
                .replace(" IMAPS", " " + mail.getImaps().getPort())
                .replace(" IMAP", " " + mail.getImap().getPort())
                .replace(" POPS", " " + mail.getPop3s().getPort())
                .replace(" POP", " " + mail.getPop3().getPort());
    }

    @Override
    public void close() {
        mail.stop();
    }
}
