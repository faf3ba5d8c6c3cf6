package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.Blobs;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.registry.RegistryRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A blob on its way to a registry, in parts of one upload. When a part breaks, the registry is
 * asked how much it has; if it does not know, the upload begins anew. For one thread.
 */
final class BlobUpload {

    private static final Pattern RANGE = Pattern.compile("(bytes=)?0-(?<last>[0-9]{1,18})");
    private static final Set<Integer> PASSING =
            Set.of(401, 404, 408, 416, 425, 429, 500, 502, 503, 504);

    private final Exchange exchange;
    private final Call begin;
    private final Descriptor blob;
    private final Blobs from;
    private final LongConsumer moved;

    private @Nullable URI location;
    private @Nullable InputStream content;
    private long read;
    private long at;
    private long told;
    private long chunk;

    BlobUpload(Exchange exchange, Call begin, Descriptor blob, Blobs from, LongConsumer moved) {
        this.exchange = exchange;
        this.begin = begin;
        this.blob = blob;
        this.from = from;
        this.moved = moved;
        this.chunk = exchange.settings().chunk();
    }

    void run() throws IOException {
        try {
            int breaks = 0;
            for (boolean isDone = false; !isDone; ) {
                long before = told;
                Optional<RegistryRefused> broken = step();
                isDone = broken.isEmpty() && location == null;
                breaks = told > before ? 0 : breaks;
                if (broken.isPresent()) {
                    breaks++;
                    goOn(broken.get(), breaks);
                }
            }
        } finally {
            closeContent();
        }
    }

    /** Begins, or sends the next part; the location is gone when all is done. */
    private Optional<RegistryRefused> step() throws IOException {
        URI where = location;
        if (where == null) {
            begin();
            return Optional.empty();
        }
        return blob.size() - at <= chunk ? end(where) : part(where);
    }

    private void begin() throws IOException {
        try (Answer answer = exchange.require(begin.body(new byte[0]))) {
            chunk = Math.max(chunk, answer.number("OCI-Chunk-Min-Length").orElse(0));
            location = location(answer);
            at = 0;
        }
    }

    private URI location(Answer answer) throws RegistryRefused {
        Optional<String> address = answer.header("Location");
        if (address.isEmpty()) {
            throw answer.wrong("it does not say where to send the blob");
        }
        return Addresses.next(answer, address.get(), exchange.settings().encryption());
    }

    private Call call(String method, URI where) {
        return Call.of(method, where, begin.scopes());
    }

    private Optional<RegistryRefused> part(URI where) throws IOException {
        PartBody body = new PartBody(contentAt(), chunk);
        Call call =
                call("PATCH", where)
                        .header("Content-Type", "application/octet-stream")
                        .header("Content-Range", at + "-" + (at + chunk - 1));
        return sent(
                call,
                body,
                answer -> {
                    location = location(answer);
                    at = Math.min(held(answer).orElse(at + chunk), at + chunk);
                });
    }

    private Optional<RegistryRefused> end(URI where) throws IOException {
        long rest = blob.size() - at;
        Call call =
                call("PUT", Addresses.withQuery(where, "digest=" + blob.digest()))
                        .header("Content-Type", "application/octet-stream");
        Call ranged =
                at == 0 || rest == 0
                        ? call
                        : call.header("Content-Range", at + "-" + (blob.size() - 1));
        return sent(
                ranged,
                new PartBody(contentAt(), rest),
                answer -> {
                    requireWhole();
                    location = null;
                    at = blob.size();
                });
    }

    /** What is done with a good answer. */
    private interface Good {
        void take(Answer answer) throws IOException;
    }

    private Optional<RegistryRefused> sent(Call call, PartBody body, Good good) throws IOException {
        read += body.contentLength();
        try (Answer answer = exchange.send(call.once(body, body.contentLength()))) {
            if (answer.isGood()) {
                good.take(answer);
                tell();
                return Optional.empty();
            }
            RegistryRefused refused = Refusals.of(answer);
            if (!PASSING.contains(answer.status())) {
                throw refused;
            }
            return Optional.of(refused);
        } catch (RegistryRefused e) {
            if (body.failure().isPresent()) {
                throw body.failure().get();
            }
            if (e.reason() == Reason.UNREACHABLE) {
                return Optional.of(e);
            }
            throw e;
        }
    }

    private void tell() {
        if (at > told) {
            moved.accept(at - told);
            told = at;
        }
    }

    /** What comes next of the blob, from where the registry wants it. */
    private InputStream contentAt() throws IOException {
        InputStream open = content;
        if (open == null || read != at) {
            closeContent();
            open = from.open(blob);
            content = open;
            open.skipNBytes(at);
            read = at;
        }
        return open;
    }

    /** The source tells at its end whether it was what it should be. */
    private void requireWhole() throws IOException {
        if (content != null) {
            content.readNBytes(1);
        }
    }

    private void closeContent() throws IOException {
        if (content != null) {
            content.close();
            content = null;
        }
    }

    private void goOn(RegistryRefused broken, int breaks) throws IOException {
        if (breaks >= exchange.settings().patience().attempts()) {
            throw broken;
        }
        exchange.sender().pause(exchange.settings().patience().before(breaks));
        read = -1;
        URI where = location;
        location = null;
        if (where != null) {
            ask(where);
        }
    }

    /** Asks how much of it is there; without an answer that can be used, it begins anew. */
    private void ask(URI where) throws IOException {
        try (Answer answer = exchange.send(call("GET", where))) {
            Optional<Long> held = held(answer);
            if (answer.isGood() && held.isPresent() && held.get() <= blob.size()) {
                location = answer.header("Location").isPresent() ? location(answer) : where;
                at = held.get();
            }
        }
    }

    /** How many bytes a registry says that it has. It cannot say that it has none. */
    private static Optional<Long> held(Answer answer) {
        Matcher range = RANGE.matcher(answer.header("Range").orElse(""));
        if (!range.matches() || range.group("last").equals("0")) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(range.group("last")) + 1);
    }

    /** Ends an upload that is not wanted; whether that works matters to nobody. */
    static void abandon(Exchange exchange, Answer answer, List<String> scopes) {
        try {
            URI where =
                    Addresses.next(
                            answer,
                            answer.header("Location").orElse(""),
                            exchange.settings().encryption());
            exchange.send(Call.of("DELETE", where, scopes)).close();
        } catch (IOException e) {
            // Registries remove what nobody goes on with by themselves.
            return;
        }
    }
}
