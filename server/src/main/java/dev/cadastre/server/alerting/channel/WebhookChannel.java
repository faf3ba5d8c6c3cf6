package dev.cadastre.server.alerting.channel;

import dev.cadastre.server.alerting.contact.ChannelKind;
import dev.cadastre.server.alerting.contact.Contact;
import dev.cadastre.server.alerting.message.Message;
import dev.cadastre.server.dispatch.outgoing.AddressRule;
import dev.cadastre.server.dispatch.outgoing.Secrets;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Signed requests to programs, as Standard Webhooks has them. Only an answer 2xx is success; 410
 * means never again; after everything else it is tried again.
 */
final class WebhookChannel implements Channel {

    /** The longest of what Standard Webhooks recommend. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    private static final int GONE = 410;

    private final Secrets secrets;
    private final AddressRule rule;
    private final SSLContext tls;
    private final Clock clock;
    private final Duration limit;

    /**
     * Makes it.
     *
     * @param limit the longest that one request may take
     */
    WebhookChannel(Secrets secrets, AddressRule rule, SSLContext tls, Clock clock, Duration limit) {
        this.secrets = secrets;
        this.rule = rule;
        this.tls = tls;
        this.clock = clock;
        this.limit = limit;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WEBHOOK;
    }

    @Override
    public Optional<String> hindrance(Contact contact) {
        for (String name : contact.secretNames()) {
            String variable = Secrets.PREFIX + name;
            Optional<String> secret = secrets.find(name);
            if (secret.isEmpty()) {
                return Optional.of("The server was started without " + variable + ".");
            }
            if (WebhookSignature.key(secret.get()).isEmpty()) {
                return Optional.of(
                        "%s does not hold whsec_ and 24 to 64 bytes in base64."
                                .formatted(variable));
            }
        }
        return contact.secretNames().isEmpty()
                ? Optional.of("No secret is named to sign with.")
                : Optional.empty();
    }

    @Override
    public Outcome send(Delivery delivery, Message message) throws InterruptedException {
        Optional<String> hindrance = hindrance(delivery.contact());
        if (hindrance.isPresent()) {
            return Outcome.Later.because(hindrance.get());
        }
        Instant now = clock.instant();
        WebRequest request = request(delivery, message.json(), now);
        try {
            return understood(WithinTime.call(limit, () -> request.send(rule, tls)), now);
        } catch (TimeoutException _) {
            return Outcome.Later.because(
                    "It has not answered within %d s.".formatted(limit.toSeconds()));
        } catch (ExecutionException e) {
            return failed(e.getCause());
        }
    }

    private WebRequest request(Delivery delivery, String body, Instant now) {
        String id = delivery.id().toString();
        List<byte[]> keys = new ArrayList<>();
        delivery.contact()
                .secretNames()
                .forEach(name ->
                        secrets.find(name).flatMap(WebhookSignature::key).ifPresent(keys::add));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "cadastre");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(now.getEpochSecond()));
        headers.put("webhook-signature", WebhookSignature.of(keys, id, now.getEpochSecond(), body));
        return new WebRequest(
                URI.create(delivery.contact().address()),
                headers,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static Outcome understood(WebRequest.Answer answer, Instant now) {
        int status = answer.status();
        return switch (status / 100) {
            case 2 -> new Outcome.Delivered("It answered " + status + ".");
            case 3 ->
                    Outcome.Later.because(
                            "It answered %d, and redirects are not followed: state the address it leads to."
                                    .formatted(status));
            default ->
                    status == GONE
                            ? new Outcome.Never(
                                    "It answered 410: nothing is to be sent there any more.", true)
                            : new Outcome.Later(
                                    "It answered " + status + ".",
                                    answer.header("retry-after")
                                            .flatMap(text -> RetryAfter.of(text, now))
                                            .orElse(null));
        };
    }

    private static Outcome failed(@Nullable Throwable cause) {
        return switch (cause) {
            case WebRequest.Forbidden forbidden ->
                    new Outcome.Never(
                            "Nothing is sent there: %s; [dispatch] allowed-addresses allows it."
                                    .formatted(forbidden.getMessage()),
                            false);
            case IOException broken ->
                    Outcome.Later.because("Sending failed: " + Reason.of(broken) + ".");
            case null, default -> throw new IllegalStateException("Sending failed", cause);
        };
    }
}
