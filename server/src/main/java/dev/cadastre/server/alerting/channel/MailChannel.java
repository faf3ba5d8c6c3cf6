package dev.cadastre.server.alerting.channel;

import dev.cadastre.server.alerting.channel.ChannelProperties.Mail;
import dev.cadastre.server.alerting.channel.ChannelProperties.MailTls;
import dev.cadastre.server.alerting.contact.ChannelKind;
import dev.cadastre.server.alerting.contact.Contact;
import dev.cadastre.server.alerting.message.Message;
import dev.cadastre.server.dispatch.outgoing.Secrets;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mail by one server, which is signed in at if it has a user. Unless it is set otherwise nothing is
 * said to it before the connection is encrypted and it has shown who it is.
 */
final class MailChannel implements Channel {

    private static final Logger log = LoggerFactory.getLogger(MailChannel.class);

    /** Enough for a slow server, and for one that delays whom it does not know. */
    static final Duration LIMIT = Duration.ofSeconds(45);

    private static final String CONNECT_MILLIS = "10000";
    private static final String READ_MILLIS = "20000";

    private final Mail settings;
    private final Secrets secrets;
    private final SSLContext tls;
    private final Clock clock;
    private final Duration limit;

    /**
     * Makes it.
     *
     * @param limit the longest that sending one mail may take
     */
    MailChannel(Mail settings, Secrets secrets, SSLContext tls, Clock clock, Duration limit) {
        this.settings = settings;
        this.secrets = secrets;
        this.tls = tls;
        this.clock = clock;
        this.limit = limit;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.EMAIL;
    }

    @Override
    public Optional<String> hindrance(Contact contact) {
        if (settings.host() == null) {
            return Optional.of("[mail] host names no mail server.");
        }
        return settings.user() != null && password().isEmpty()
                ? Optional.of(
                        "The server was started without %s%s."
                                .formatted(Secrets.PREFIX, settings.secretName()))
                : Optional.empty();
    }

    private Optional<String> password() {
        return secrets.find(settings.secretName());
    }

    @Override
    public Outcome send(Delivery delivery, Message message) throws InterruptedException {
        Optional<String> hindrance = hindrance(delivery.contact());
        if (hindrance.isPresent()) {
            return Outcome.Later.because(hindrance.get());
        }
        try {
            return WithinTime.call(limit, () -> hand(delivery, message));
        } catch (TimeoutException _) {
            return Outcome.Later.because(
                    "%s has not taken it within %d s."
                            .formatted(settings.host(), limit.toSeconds()));
        } catch (ExecutionException e) {
            return failed(e.getCause());
        }
    }

    private Outcome hand(Delivery delivery, Message message) throws MessagingException {
        Session session = Session.getInstance(properties());
        Mime mail =
                Mime.of(
                        session,
                        Objects.requireNonNull(settings.from(), "The settings were checked"),
                        delivery,
                        message,
                        clock.instant());
        Transport transport = session.getTransport("smtp");
        try {
            boolean signsIn = settings.user() != null;
            transport.connect(
                    settings.host(), settings.user(), signsIn ? password().orElse(null) : null);
            transport.sendMessage(mail, mail.getRecipients(jakarta.mail.Message.RecipientType.TO));
        } finally {
            leave(transport);
        }
        return new Outcome.Delivered(settings.host() + " took it.");
    }

    /** What was taken stays taken when saying goodbye fails. */
    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            log.debug("A mail server was left without a goodbye", e);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put("mail.smtp.port", String.valueOf(settings.portInUse()));
        properties.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.put("mail.smtp.timeout", READ_MILLIS);
        properties.put("mail.smtp.auth", String.valueOf(settings.user() != null));
        properties.put("mail.smtp.ssl.socketFactory", tls.getSocketFactory());
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        boolean later = settings.tls() == MailTls.STARTTLS;
        properties.put("mail.smtp.starttls.enable", String.valueOf(later));
        properties.put("mail.smtp.starttls.required", String.valueOf(later));
        properties.put("mail.smtp.ssl.enable", String.valueOf(settings.tls() == MailTls.IMPLICIT));
        return properties;
    }

    private Outcome failed(@Nullable Throwable cause) {
        for (Throwable one = cause; one instanceof MessagingException known; ) {
            if (known instanceof SMTPAddressFailedException refused) {
                return refused(refused);
            }
            one = known.getNextException();
        }
        return switch (cause) {
            case AuthenticationFailedException _ ->
                    Outcome.Later.because(
                            "%s does not let %s in.".formatted(settings.host(), settings.user()));
            case MessagingException failure ->
                    Outcome.Later.because(
                            "%s did not take it: %s."
                                    .formatted(settings.host(), Reason.of(failure)));
            case null, default -> throw new IllegalStateException("A mail cannot be sent", cause);
        };
    }

    private Outcome refused(SMTPAddressFailedException refused) {
        Address address = refused.getAddress();
        String said =
                "%s does not take mail for %s: %s"
                        .formatted(
                                settings.host(),
                                address,
                                Reason.line(Objects.requireNonNullElse(refused.getMessage(), "")));
        return refused.getReturnCode() / 100 == 5
                ? new Outcome.Never(said, false)
                : Outcome.Later.because(said);
    }
}
