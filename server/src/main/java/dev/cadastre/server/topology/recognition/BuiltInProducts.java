package dev.cadastre.server.topology.recognition;

import dev.cadastre.server.estate.EstateFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The products that come with the server, in the form in which estate files define others. */
final class BuiltInProducts {
    private static final String FILE = "products.ini";

    static final Products ALL =
            Products.of(EstateFile.read(FILE, text()).modelOrThrow().products().values());

    private BuiltInProducts() {}

    static String text() {
        try (InputStream in =
                Objects.requireNonNull(BuiltInProducts.class.getResourceAsStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }
}
