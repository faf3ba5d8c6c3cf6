package dev.cadastre.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is installed on a host, as a software bill of materials in the form of CycloneDX 1.6
 * (ECMA-424).
 *
 * @param bomFormat always {@code CycloneDX}
 * @param specVersion always {@code 1.6}
 * @param serialNumber names this content: a host and what it had since when
 * @param version always 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Sbom(
        String bomFormat,
        String specVersion,
        String serialNumber,
        int version,
        Metadata metadata,
        List<Component> components) {

    /** The media type of such documents. */
    public static final String MEDIA_TYPE = "application/vnd.cyclonedx+json";

    /** Copies the list. */
    public Sbom {
        components = List.copyOf(components);
    }

    /** When it was made, and about what. */
    public record Metadata(Instant timestamp, Component component) {}

    /**
     * A piece of software, or the host itself.
     *
     * @param type of the enumeration of CycloneDX: {@code library}, {@code operating-system}
     * @param reference unique within the document
     * @param publisher who made it; null if unknown
     * @param properties what CycloneDX has no field for; null if there is nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Component(
            String type,
            @JsonProperty("bom-ref") String reference,
            String name,
            @Nullable String version,
            @Nullable String publisher,
            @Nullable String purl,
            @Nullable List<Property> properties) {

        /** Copies the list. */
        public Component {
            properties = properties == null ? null : List.copyOf(properties);
        }
    }

    /** Something about a component. */
    public record Property(String name, String value) {}
}
