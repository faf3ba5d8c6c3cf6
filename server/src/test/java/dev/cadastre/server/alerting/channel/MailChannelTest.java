package dev.cadastre.server.alerting.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.cadastre.server.alerting.channel.ChannelProperties.Mail;
import dev.cadastre.server.alerting.channel.ChannelProperties.MailTls;
import dev.cadastre.server.alerting.contact.ChannelKind;
import dev.cadastre.server.dispatch.outgoing.Authorities;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailChannelTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir private static Path folder;
    private static TestIdentity identity = new TestIdentity(Path.of(""), Path.of(""), Path.of(""));

    @BeforeAll
    static void makeIdentity() {
        identity = TestIdentity.in(folder);
        System.setProperty("greenmail.tls.keystore.file", identity.store().toString());
        System.setProperty("greenmail.tls.keystore.password", "changeit");
    }

    private static MailChannel channel(int port, MailTls tls, String user, Duration limit) {
        return channel(port, tls, user, identity.authorities().tls(), limit);
    }

    private static MailChannel channel(
            int port, MailTls tls, String user, SSLContext trust, Duration limit) {
        return new MailChannel(
                new Mail(
                        "localhost",
                        port,
                        tls,
                        user.isEmpty() ? null : user,
                        "SMTP",
                        "cadastre@example.com"),
                name -> name.equals("SMTP") ? Optional.of("s3cret") : Optional.empty(),
                trust,
                CLOCK,
                limit);
    }

    private static Outcome send(MailChannel channel, Delivery delivery)
            throws InterruptedException {
        return channel.send(delivery, Deliveries.MESSAGE);
    }

    private static Delivery delivery() {
        return Deliveries.to(ChannelKind.EMAIL, "anna@example.com");
    }

    private static GreenMail greenMail(String protocol) {
        GreenMail server = new GreenMail(new ServerSetup(0, "localhost", protocol));
        server.start();
        return server;
    }

    @Test
    void sendsATextAndItsMarkupEncryptedAndSignedIn() throws Exception {
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTPS);
        try {
            server.setUser("cadastre", "s3cret");
            int port = server.getSmtps().getPort();
            Delivery first = delivery();
            Delivery second = new Delivery(delivery().id(), first.contact(), first.id());

            assertThat(send(channel(port, MailTls.IMPLICIT, "cadastre", LIMIT), first))
                    .isInstanceOf(Outcome.Delivered.class);
            assertThat(send(channel(port, MailTls.IMPLICIT, "cadastre", LIMIT), second))
                    .isInstanceOf(Outcome.Delivered.class);

            MimeMessage[] mails = server.getReceivedMessages();
            assertThat(mails).hasSize(2);
            assertThat(mails[0].getSubject()).isEqualTo(Deliveries.MESSAGE.subject());
            assertThat(mails[0].getMessageID()).isEqualTo("<" + first.id() + "@example.com>");
            assertThat(mails[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mails[0].getHeader("In-Reply-To")).isNull();
            assertThat(mails[1].getHeader("In-Reply-To")).containsExactly(mails[0].getMessageID());
            assertThat(mails[1].getHeader("References")).containsExactly(mails[0].getMessageID());
            String whole = GreenMailUtil.getWholeMessage(mails[0]);
            assertThat(whole).contains("multipart/alternative", "text/plain", "text/html");
            assertThat(whole).contains("From: cadastre@example.com", "To: anna@example.com");
        } finally {
            server.stop();
        }
    }

    @Test
    void saysNothingToAServerThatItDoesNotBelieve() throws Exception {
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTPS);
        try {
            int port = server.getSmtps().getPort();

            assertThat(
                            send(
                                    channel(
                                            port,
                                            MailTls.IMPLICIT,
                                            "",
                                            Authorities.ofMachine().tls(),
                                            LIMIT),
                                    delivery()))
                    .isInstanceOfSatisfying(
                            Outcome.Later.class,
                            later -> assertThat(later.said()).contains("certificate"));
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void saysNothingInClearToAServerThatOffersNoEncryption() throws Exception {
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTP);
        try {
            int port = server.getSmtp().getPort();

            assertThat(send(channel(port, MailTls.STARTTLS, "cadastre", LIMIT), delivery()))
                    .isInstanceOf(Outcome.Later.class);
            assertThat(server.getReceivedMessages()).isEmpty();
            assertThat(send(channel(port, MailTls.NONE, "", LIMIT), delivery()))
                    .isInstanceOf(Outcome.Delivered.class);
        } finally {
            server.stop();
        }
    }

    @Test
    void encryptsWhatBeginsInClear() throws Exception {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        try (RawServer server = RawServer.start(socket -> upgrade(socket, heard))) {
            assertThat(send(channel(server.port(), MailTls.STARTTLS, "", LIMIT), delivery()))
                    .isInstanceOf(Outcome.Delivered.class);
        }
        assertThat(heard.get(1)).isEqualTo("STARTTLS");
        assertThat(heard).anyMatch(line -> line.startsWith("RCPT TO:<anna@example.com>"));
    }

    /** A mail server that offers nothing but to be encrypted. */
    private static void upgrade(Socket plain, List<String> heard) throws IOException {
        RawServer.say(plain, "220 test\r\n");
        heard.add(RawServer.readLine(plain.getInputStream()));
        RawServer.say(plain, "250-test\r\n250 STARTTLS\r\n");
        heard.add(RawServer.readLine(plain.getInputStream()));
        RawServer.say(plain, "220 go on\r\n");
        SSLSocket socket =
                (SSLSocket)
                        identity.server()
                                .getSocketFactory()
                                .createSocket(plain, null, plain.getPort(), false);
        socket.setUseClientMode(false);
        boolean data = false;
        for (String line = RawServer.readLine(socket.getInputStream());
                !line.isEmpty() || data;
                line = RawServer.readLine(socket.getInputStream())) {
            heard.add(line);
            boolean end = data && line.equals(".");
            if (!data || end) {
                RawServer.say(socket, line.equals("DATA") ? "354 go on\r\n" : "250 well\r\n");
            }
            data = line.equals("DATA") || (data && !end);
        }
    }

    @Test
    void doesNotTryAgainWhereNobodyHasThatAddress() throws Exception {
        try (RawServer server = RawServer.start(socket -> refuse(socket, "550 no such user"))) {
            assertThat(send(channel(server.port(), MailTls.NONE, "", LIMIT), delivery()))
                    .isInstanceOfSatisfying(
                            Outcome.Never.class,
                            never -> assertThat(never.said()).contains("no such user"));
        }
        try (RawServer server = RawServer.start(socket -> refuse(socket, "451 later"))) {
            assertThat(send(channel(server.port(), MailTls.NONE, "", LIMIT), delivery()))
                    .isInstanceOf(Outcome.Later.class);
        }
    }

    private static void refuse(Socket socket, String answer) throws IOException {
        RawServer.say(socket, "220 test\r\n");
        for (String line = RawServer.readLine(socket.getInputStream());
                !line.isEmpty();
                line = RawServer.readLine(socket.getInputStream())) {
            RawServer.say(socket, (line.startsWith("RCPT") ? answer : "250 well") + "\r\n");
        }
    }

    @Test
    void endsWithAServerThatStalls() throws Exception {
        Duration limit = Duration.ofMillis(300);
        RawServer.Manner drip =
                socket -> {
                    while (true) {
                        RawServer.say(socket, "220-wait\r\n");
                    }
                };
        try (RawServer silent = RawServer.silentAfter("");
                RawServer greeting = RawServer.silentAfter("220 test\r\n");
                RawServer dripping = RawServer.start(drip)) {
            for (RawServer server : List.of(silent, greeting, dripping)) {
                assertThat(send(channel(server.port(), MailTls.NONE, "", limit), delivery()))
                        .isInstanceOfSatisfying(
                                Outcome.Later.class,
                                later -> assertThat(later.said()).isNotEmpty());
            }
        }
    }

    @Test
    void saysWhatIsNotSet() {
        MailChannel none =
                new MailChannel(
                        new Mail(null, 0, MailTls.STARTTLS, null, "SMTP", null),
                        _ -> Optional.empty(),
                        Authorities.ofMachine().tls(),
                        CLOCK,
                        MailChannel.LIMIT);

        assertThat(none.hindrance(delivery().contact()))
                .hasValueSatisfying(why -> assertThat(why).contains("[mail] host"));
    }
}
