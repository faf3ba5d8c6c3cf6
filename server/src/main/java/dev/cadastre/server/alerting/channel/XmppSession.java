package dev.cadastre.server.alerting.channel;

import dev.cadastre.server.alerting.channel.ChannelProperties.Xmpp;
import dev.cadastre.server.alerting.channel.ChannelProperties.XmppTls;
import dev.cadastre.server.alerting.contact.Contact;
import dev.cadastre.server.alerting.message.Message;
import java.io.IOException;
import java.util.Objects;
import javax.net.ssl.X509TrustManager;
import org.jivesoftware.smack.ConnectionConfiguration;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.StanzaCollector;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.filter.StanzaIdFilter;
import org.jivesoftware.smack.packet.MessageBuilder;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.roster.Roster;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smackx.muc.MultiUserChat;
import org.jivesoftware.smackx.muc.MultiUserChatManager;
import org.jivesoftware.smackx.ping.PingManager;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;

/**
 * One connection to an XMPP server. Used by one thread after another. That a message has arrived is
 * known by what the server answers: stanzas are handled in their order, so that an answer to what
 * was asked after the message comes after what it says of the message; and rooms send everything
 * back.
 */
final class XmppSession {

    private static final int REPLY_MILLIS = 10_000;
    private static final String SCRAM = "SCRAM-SHA-1";
    private static final String PLAIN = "PLAIN";

    private final Xmpp settings;
    private final String password;
    private final X509TrustManager trust;
    private volatile @Nullable XMPPTCPConnection connection;

    XmppSession(Xmpp settings, String password, X509TrustManager trust) {
        this.settings = settings;
        this.password = password;
        this.trust = trust;
    }

    Outcome send(Delivery delivery, Message message)
            throws SmackException, IOException, XMPPException, InterruptedException {
        XMPPTCPConnection current = connected();
        String address = delivery.contact().address();
        String id = delivery.id().toString();
        return address.endsWith(Contact.ROOM)
                ? toRoom(current, address.replace(Contact.ROOM, ""), id, message.text())
                : toPerson(current, JidCreate.entityBareFrom(address), id, message.text());
    }

    private XMPPTCPConnection connected()
            throws SmackException, IOException, XMPPException, InterruptedException {
        XMPPTCPConnection current = connection;
        if (current != null && current.isAuthenticated()) {
            return current;
        }
        drop();
        current = new XMPPTCPConnection(configuration());
        connection = current;
        current.setReplyTimeout(REPLY_MILLIS);
        Roster.getInstanceFor(current).setRosterLoadedAtLogin(false);
        current.connect();
        current.login();
        return current;
    }

    private XMPPTCPConnectionConfiguration configuration() throws IOException {
        EntityBareJid account =
                JidCreate.entityBareFrom(
                        Objects.requireNonNull(settings.account(), "The settings were checked"));
        String host = settings.host();
        boolean secure = settings.tls() == XmppTls.REQUIRED;
        XMPPTCPConnectionConfiguration.Builder builder =
                XMPPTCPConnectionConfiguration.builder()
                        .setXmppDomain(account.asDomainBareJid())
                        .setHost(host == null ? account.getDomain().toString() : host)
                        .setPort(settings.port())
                        .setUsernameAndPassword(account.getLocalpart().toString(), password)
                        .setResource("cadastre")
                        .setSendPresence(false)
                        .setCompressionEnabled(false)
                        .setConnectTimeout(REPLY_MILLIS)
                        .setCustomX509TrustManager(trust)
                        .setSecurityMode(
                                secure
                                        ? ConnectionConfiguration.SecurityMode.required
                                        : ConnectionConfiguration.SecurityMode.disabled)
                        .addEnabledSaslMechanism(SCRAM);
        if (secure) {
            // Servers that ask a directory know no other; in clear it would give the password away.
            builder.addEnabledSaslMechanism(PLAIN);
        }
        return builder.build();
    }

    private static Outcome toPerson(
            XMPPTCPConnection connection, EntityBareJid address, String id, String text)
            throws SmackException, XMPPException, InterruptedException {
        try (StanzaCollector answers = answers(connection, id)) {
            connection.sendStanza(
                    MessageBuilder.buildMessage(id)
                            .to(address)
                            .ofType(org.jivesoftware.smack.packet.Message.Type.chat)
                            .setBody(text)
                            .build());
            PingManager.getInstanceFor(connection)
                    .ping(connection.getXMPPServiceDomain(), REPLY_MILLIS);
            Stanza answer = answers.pollResult();
            StanzaError error = answer == null ? null : answer.getError();
            return error == null
                    ? new Outcome.Delivered("The server took it for " + address + ".")
                    : refused(address.toString(), error);
        }
    }

    private Outcome toRoom(XMPPTCPConnection connection, String address, String id, String text)
            throws SmackException, XMPPException, IOException, InterruptedException {
        EntityBareJid room = JidCreate.entityBareFrom(address);
        MultiUserChatManager rooms = MultiUserChatManager.getInstanceFor(connection);
        MultiUserChat chat = rooms.getMultiUserChat(room);
        try (StanzaCollector answers = answers(connection, id)) {
            if (!chat.isJoined()) {
                // Whoever enters a room that is not there makes it, and would talk to nobody.
                rooms.getRoomInfo(room);
                chat.join(
                        chat.getEnterConfigurationBuilder(Resourcepart.from(settings.nick()))
                                .requestNoHistory()
                                .timeoutAfter(REPLY_MILLIS)
                                .build());
            }
            chat.sendMessage(MessageBuilder.buildMessage(id).setBody(text));
            Stanza answer = answers.nextResultOrThrow(REPLY_MILLIS);
            StanzaError error = answer.getError();
            return error == null
                    ? new Outcome.Delivered("The room " + room + " has it.")
                    : refused(address, error);
        } catch (XMPPException.XMPPErrorException e) {
            return refused(address, e.getStanzaError());
        }
    }

    private static StanzaCollector answers(XMPPTCPConnection connection, String id) {
        return connection.createStanzaCollector(new StanzaIdFilter(id));
    }

    /** What does not change by itself is not tried again; a room may come to be. */
    private static Outcome refused(String address, StanzaError error) {
        String said =
                "%s cannot be sent to: %s %s"
                        .formatted(
                                address,
                                error.getCondition(),
                                Reason.line(
                                        Objects.requireNonNullElse(error.getDescriptiveText(), "")))
                        .strip();
        boolean lasts =
                error.getType() == StanzaError.Type.CANCEL
                        && error.getCondition() == StanzaError.Condition.service_unavailable;
        return lasts ? new Outcome.Never(said, false) : Outcome.Later.because(said);
    }

    /** Ends it at once. */
    void drop() {
        XMPPTCPConnection current = connection;
        connection = null;
        if (current != null) {
            current.instantShutdown();
        }
    }
}
