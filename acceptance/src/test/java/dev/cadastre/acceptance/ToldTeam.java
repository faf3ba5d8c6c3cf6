package dev.cadastre.acceptance;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A team with a mail box, a web-hook and a chat at real servers, which remember what was told. */
final class ToldTeam implements AutoCloseable {

    private static final String MAIL = "shop@example.test";
    private static final String CHAT = "anna@chat.test";
    private static final byte[] KEY =
            "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    private final GreenMail mail;
    private final HttpServer hook;
    private final ChatServer chat;
    private final List<Call> calls = new ArrayList<>();

    /**
     * A call of the web-hook whose signature is right.
     *
     * @param id of what it tells, the same when it tells that again
     */
    record Call(String id, JsonNode body) {

        String type() {
            return body.get("type").asString();
        }

        JsonNode data() {
            return body.get("data");
        }
    }

    private ToldTeam(Path folder) throws IOException {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/told", this::take);
        hook.start();
        chat = ChatServer.start(folder.resolve("chat"));
    }

    static ToldTeam in(Path folder) {
        try {
            return new ToldTeam(Files.createDirectories(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that can tell it. */
    ServerStart told(ServerStart start) {
        return start.property("cadastre.alerting.mail.host", "127.0.0.1")
                .property("cadastre.alerting.mail.port", Integer.toString(mail.getSmtp().getPort()))
                .property("cadastre.alerting.mail.tls", "NONE")
                .property("cadastre.alerting.mail.from", "cadastre@example.test")
                .property("cadastre.alerting.xmpp.account", "cadastre@chat.test")
                .property("cadastre.alerting.xmpp.host", "127.0.0.1")
                .property("cadastre.alerting.xmpp.port", Integer.toString(chat.port()))
                .property("cadastre.alerting.xmpp.tls", "NONE")
                .variable("CADASTRE_SECRET_XMPP", ChatServer.PASSWORD)
                .variable(
                        "CADASTRE_SECRET_SHOP", "whsec_" + Base64.getEncoder().encodeToString(KEY));
    }

    /** The section of an estate file that tells how it is reached. */
    String section(String name) {
        return """

        [team %s]
        email = %s
        webhook = http://127.0.0.1:%d/told
        webhook.secret-name = SHOP
        xmpp = %s
        """
                .formatted(name, MAIL, hook.getAddress().getPort(), CHAT);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            String time = exchange.getRequestHeaders().getFirst("webhook-timestamp");
            String signature = exchange.getRequestHeaders().getFirst("webhook-signature");
            boolean right = signed("%s.%s.%s".formatted(id, time, body)).equals(signature);
            if (right) {
                synchronized (calls) {
                    calls.add(new Call(id, JsonMapper.shared().readTree(body)));
                }
            }
            exchange.sendResponseHeaders(right ? 204 : 401, -1);
        }
    }

    private static String signed(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** All calls of the web-hook whose signature was right, repeated ones too. */
    List<Call> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /** What was told by a call, in the order in which it was first told; no repetition. */
    List<Call> told() {
        Map<String, Call> byId = new LinkedHashMap<>();
        calls().forEach(call -> byId.putIfAbsent(call.id(), call));
        return List.copyOf(byId.values());
    }

    /** All mails, whole. */
    List<String> mails() {
        return Stream.of(mail.getReceivedMessages()).map(ToldTeam::text).toList();
    }

    private static String text(MimeMessage message) {
        try {
            return message.getSubject()
                    + "\n"
                    + new String(message.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** All messages of the chat, as its server keeps them. */
    List<String> chats() {
        try {
            return chat.messages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        chat.close();
        hook.stop(0);
        mail.stop();
    }
}
