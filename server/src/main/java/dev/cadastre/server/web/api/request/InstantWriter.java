package dev.cadastre.server.web.api.request;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Times as RFC 3339 in UTC, always with three digits after the second. Thread-safe. */
public final class InstantWriter extends StdSerializer<Instant> {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private record Written(Instant time, SerializableString text) {}

    /** What one answer lists mostly came at one time. */
    private volatile @Nullable Written last;

    InstantWriter() {
        super(Instant.class);
    }

    /** A time as the API writes it. */
    public static String text(Instant time) {
        return FORMAT.format(time);
    }

    @Override
    public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
        generator.writeString(written(value));
    }

    private SerializableString written(Instant time) {
        Written known = last;
        if (known != null && known.time.equals(time)) {
            return known.text;
        }
        SerializableString text = new SerializedString(text(time));
        last = new Written(time, text);
        return text;
    }
}
