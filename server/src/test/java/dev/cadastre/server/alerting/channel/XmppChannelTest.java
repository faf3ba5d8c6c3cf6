package dev.cadastre.server.alerting.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.alerting.channel.ChannelProperties.Xmpp;
import dev.cadastre.server.alerting.channel.ChannelProperties.XmppTls;
import dev.cadastre.server.alerting.contact.ChannelKind;
import dev.cadastre.server.alerting.contact.Contact;
import dev.cadastre.server.dispatch.outgoing.Authorities;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jivesoftware.smack.packet.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmppChannelTest {

    @TempDir private static Path folder;
    private static Prosody prosody = Prosody.NONE;

    @BeforeAll
    static void start() {
        prosody = Prosody.in(folder);
        prosody.start();
    }

    @AfterAll
    static void stop() {
        prosody.close();
    }

    private static XmppChannel channel(int port, String password, Duration limit) {
        return new XmppChannel(
                new Xmpp(
                        "cadastre@chat.test", "localhost", port, XmppTls.REQUIRED, "X", "cadastre"),
                name -> name.equals("X") ? Optional.of(password) : Optional.empty(),
                prosody.identity().authorities().manager(),
                limit);
    }

    private static XmppChannel channel() {
        return channel(prosody.port(), Prosody.PASSWORD, Duration.ofSeconds(40));
    }

    private static Outcome send(XmppChannel channel, String address) throws InterruptedException {
        return channel.send(Deliveries.to(ChannelKind.XMPP, address), Deliveries.MESSAGE);
    }

    @Test
    void reachesAPerson() throws Exception {
        Delivery delivery = Deliveries.to(ChannelKind.XMPP, "anna@chat.test");
        try (XmppChannel channel = channel();
                XmppReader anna = XmppReader.signIn("anna", prosody)) {
            Outcome outcome = channel.send(delivery, Deliveries.MESSAGE);

            assertThat(outcome).as(outcome.said()).isInstanceOf(Outcome.Delivered.class);
            Message message = anna.next();
            assertThat(message.getStanzaId()).isEqualTo(delivery.id().toString());
            assertThat(message.getBody()).isEqualTo(Deliveries.MESSAGE.text());
        }
    }

    @Test
    void reachesARoomOnceItIsThere() throws Exception {
        String room = "ops@rooms.chat.test";
        try (XmppChannel channel = channel();
                XmppReader anna = XmppReader.signIn("anna", prosody)) {
            Outcome nowhere = send(channel, room + Contact.ROOM);
            assertThat(nowhere).as(nowhere.said()).isInstanceOf(Outcome.Later.class);

            anna.enter(room);
            Outcome first = send(channel, room + Contact.ROOM);
            Outcome second = send(channel, room + Contact.ROOM);

            assertThat(first).as(first.said()).isInstanceOf(Outcome.Delivered.class);
            assertThat(second).as(second.said()).isInstanceOf(Outcome.Delivered.class);
            assertThat(anna.nextOfRoom().getBody()).isEqualTo(Deliveries.MESSAGE.text());
        }
    }

    @Test
    void givesUpWhereNobodyHasThatAccount() throws Exception {
        try (XmppChannel channel = channel()) {
            Outcome outcome = send(channel, "nobody@chat.test");

            assertThat(outcome).as(outcome.said()).isInstanceOf(Outcome.Never.class);
        }
    }

    @Test
    void comesBackWhenTheServerWentAway() throws Exception {
        try (XmppChannel channel = channel()) {
            assertThat(send(channel, "anna@chat.test")).isInstanceOf(Outcome.Delivered.class);
            prosody.close();
            Outcome gone = send(channel, "anna@chat.test");
            assertThat(gone).as(gone.said()).isInstanceOf(Outcome.Later.class);

            prosody.start();

            Outcome back = send(channel, "anna@chat.test");
            assertThat(back).as(back.said()).isInstanceOf(Outcome.Delivered.class);
        }
    }

    @Test
    void doesNotSpeakInClearNorToWhomItDoesNotBelieve() throws Exception {
        try (XmppChannel wrong = channel(prosody.port(), "wrong", Duration.ofSeconds(40));
                XmppChannel other =
                        new XmppChannel(
                                new Xmpp(
                                        "cadastre@chat.test",
                                        "localhost",
                                        prosody.port(),
                                        XmppTls.REQUIRED,
                                        "X",
                                        "cadastre"),
                                _ -> Optional.of(Prosody.PASSWORD),
                                Authorities.ofMachine().manager(),
                                XmppChannel.LIMIT)) {
            assertThat(send(wrong, "anna@chat.test")).isInstanceOf(Outcome.Later.class);
            assertThat(send(other, "anna@chat.test")).isInstanceOf(Outcome.Later.class);
        }
    }

    @Test
    void endsWithAServerThatStalls() throws Exception {
        try (RawServer silent = RawServer.silentAfter("");
                XmppChannel channel =
                        channel(silent.port(), Prosody.PASSWORD, Duration.ofMillis(500))) {
            Delivery delivery =
                    new Delivery(
                            UUID.randomUUID(),
                            new Contact(ChannelKind.XMPP, "anna@chat.test", List.of()),
                            null);

            assertThat(channel.send(delivery, Deliveries.MESSAGE))
                    .isInstanceOf(Outcome.Later.class);
        }
    }
}
