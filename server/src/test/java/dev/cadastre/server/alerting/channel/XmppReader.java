package dev.cadastre.server.alerting.channel;

import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.smack.ConnectionConfiguration;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smackx.muc.MultiUserChat;
import org.jivesoftware.smackx.muc.MultiUserChatManager;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;

/** Somebody who reads what is sent to them. */
final class XmppReader implements AutoCloseable {

    private final XMPPTCPConnection connection;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();

    private XmppReader(XMPPTCPConnection connection) {
        this.connection = connection;
    }

    static XmppReader signIn(String name, Prosody prosody) throws Exception {
        XMPPTCPConnection connection =
                new XMPPTCPConnection(
                        XMPPTCPConnectionConfiguration.builder()
                                .setXmppDomain("chat.test")
                                .setHost("localhost")
                                .setPort(prosody.port())
                                .setUsernameAndPassword(name, Prosody.PASSWORD)
                                .setCustomX509TrustManager(
                                        prosody.identity().authorities().manager())
                                .setSecurityMode(ConnectionConfiguration.SecurityMode.required)
                                .build());
        XmppReader reader = new XmppReader(connection);
        connection.addAsyncStanzaListener(
                stanza -> reader.messages.add((Message) stanza), StanzaTypeFilter.MESSAGE);
        connection.connect();
        connection.login();
        return reader;
    }

    void enter(String room) throws Exception {
        MultiUserChat.MucCreateConfigFormHandle made =
                MultiUserChatManager.getInstanceFor(connection)
                        .getMultiUserChat(JidCreate.entityBareFrom(room))
                        .createOrJoin(Resourcepart.from("anna"));
        if (made != null) {
            made.makeInstant();
        }
    }

    Message next() throws InterruptedException {
        return Objects.requireNonNull(
                messages.poll(20, TimeUnit.SECONDS), "Nothing is said within 20 s");
    }

    /** What is said, without what the room itself tells of its settings. */
    Message nextOfRoom() throws InterruptedException {
        Message message = next();
        while (message.getType() != Message.Type.groupchat || message.getBody() == null) {
            message = next();
        }
        return message;
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
