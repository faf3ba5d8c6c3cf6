package dev.cadastre.server.alerting.channel;

import dev.cadastre.server.alerting.channel.ChannelProperties.Xmpp;
import dev.cadastre.server.alerting.contact.ChannelKind;
import dev.cadastre.server.alerting.contact.Contact;
import dev.cadastre.server.alerting.message.Message;
import dev.cadastre.server.dispatch.outgoing.Secrets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Chat messages from one account. The connection is kept from one message to the next; after any
 * failure it is dropped, and the next message makes a new one. Messages go one after another.
 */
final class XmppChannel implements Channel, AutoCloseable {

    /** Enough to sign in, enter a room and speak. */
    static final Duration LIMIT = Duration.ofSeconds(40);

    private final Xmpp settings;
    private final Secrets secrets;
    private final X509TrustManager trust;
    private final Duration limit;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable XmppSession session;

    /**
     * Makes it.
     *
     * @param limit the longest that connecting and sending one message may take
     */
    XmppChannel(Xmpp settings, Secrets secrets, X509TrustManager trust, Duration limit) {
        this.settings = settings;
        this.secrets = secrets;
        this.trust = trust;
        this.limit = limit;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.XMPP;
    }

    @Override
    public Optional<String> hindrance(Contact contact) {
        if (settings.account() == null) {
            return Optional.of("[xmpp] account names no account.");
        }
        return secrets.find(settings.secretName()).isEmpty()
                ? Optional.of(
                        "The server was started without %s%s."
                                .formatted(Secrets.PREFIX, settings.secretName()))
                : Optional.empty();
    }

    @Override
    public Outcome send(Delivery delivery, Message message) throws InterruptedException {
        Optional<String> hindrance = hindrance(delivery.contact());
        if (hindrance.isPresent()) {
            return Outcome.Later.because(hindrance.get());
        }
        turn.lockInterruptibly();
        try {
            Outcome outcome = sendNow(delivery, message);
            if (outcome instanceof Outcome.Later) {
                drop();
            }
            return outcome;
        } finally {
            turn.unlock();
        }
    }

    private Outcome sendNow(Delivery delivery, Message message) throws InterruptedException {
        try {
            XmppSession current = session();
            return WithinTime.call(limit, () -> current.send(delivery, message));
        } catch (TimeoutException _) {
            return Outcome.Later.because(
                    "The server of %s has not taken it within %d s."
                            .formatted(settings.account(), limit.toSeconds()));
        } catch (ExecutionException e) {
            return Outcome.Later.because(
                    "The server of %s did not take it: %s."
                            .formatted(
                                    settings.account(),
                                    Reason.of(e.getCause() == null ? e : e.getCause())));
        }
    }

    private XmppSession session() {
        XmppSession current = session;
        if (current == null) {
            current =
                    new XmppSession(
                            settings, secrets.find(settings.secretName()).orElse(""), trust);
            session = current;
        }
        return current;
    }

    private void drop() {
        XmppSession current = session;
        session = null;
        if (current != null) {
            current.drop();
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            drop();
        } finally {
            turn.unlock();
        }
    }
}
