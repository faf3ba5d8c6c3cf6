package dev.cadastre.server.web.api;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.cyclonedx.parsers.JsonParser;

/**
 * Judges documents by the schemas that CycloneDX's own library carries. That library asks an older
 * release of the validator than the server has, which cannot be on one class path with it.
 */
final class CycloneDxSchema {

    private static final String PLACE = "http://cyclonedx.org/schema/";

    private static final Schema SCHEMA =
            SchemaRegistry.withDialect(
                            Dialects.getDraft7(),
                            registry -> registry.schemas(CycloneDxSchema::text))
                    .getSchema(SchemaLocation.of(PLACE + "bom-1.6.schema.json"));

    private CycloneDxSchema() {}

    private static String text(String address) {
        String name = "/" + address.substring(address.lastIndexOf('/') + 1);
        try (InputStream in =
                Objects.requireNonNull(JsonParser.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a document of version 1.6. */
    static List<String> problems(String document) {
        return SCHEMA.validate(document, InputFormat.JSON).stream().map(Error::toString).toList();
    }
}
