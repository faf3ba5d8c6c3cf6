package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.JsonDocument;
import dev.cadastre.parcel.oci.MalformedJson;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** What a server answered. Closed by whom it is given to. */
final class Answer implements Closeable {

    private final HttpResponse<BodyStream> response;

    Answer(HttpResponse<BodyStream> response) {
        this.response = response;
    }

    int status() {
        return response.statusCode();
    }

    boolean isGood() {
        return status() >= 200 && status() < 300;
    }

    URI uri() {
        return response.uri();
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    OptionalLong number(String name) {
        return header(name)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    /** The media type, in small letters and without parameters. */
    String mediaType() {
        return header("Content-Type")
                .orElse("")
                .replaceFirst(";.*$", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    boolean isPage() {
        return mediaType().equals("text/html") || mediaType().equals("application/xhtml+xml");
    }

    InputStream stream() {
        return response.body();
    }

    /** All of the body. */
    byte[] body(int most) throws IOException {
        byte[] body = response.body().readNBytes(most + 1);
        if (body.length > most) {
            throw wrong("it answers more than %d bytes".formatted(most));
        }
        return body;
    }

    /** The body, which is to be JSON. */
    JsonNode json(int most) throws IOException {
        requireNoPage();
        try {
            return JsonDocument.read(body(most), most);
        } catch (MalformedJson e) {
            throw new RegistryRefused(
                    RegistryRefused.Reason.NO_REGISTRY,
                    "%s answers something else: %s".formatted(Shown.address(uri()), e.getMessage()),
                    e);
        }
    }

    void requireNoPage() throws RegistryRefused {
        if (isPage()) {
            throw new RegistryRefused(
                    RegistryRefused.Reason.NO_REGISTRY,
                    "%s answers a web page".formatted(Shown.address(uri())));
        }
    }

    RegistryRefused wrong(String what) {
        return new RegistryRefused(
                RegistryRefused.Reason.WRONG_ANSWER,
                "%s: %s".formatted(Shown.address(uri()), what));
    }

    @Override
    public void close() {
        response.body().close();
    }
}
