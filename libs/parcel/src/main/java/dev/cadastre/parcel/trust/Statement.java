package dev.cadastre.parcel.trust;

import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.MalformedJson;
import java.util.List;

/**
 * An in-toto statement of the provenance of parcels.
 *
 * @param subjects what it is about
 * @param provenance how that came to be
 */
public record Statement(List<Subject> subjects, Provenance provenance) {

    /** The type of the payload that a statement is. */
    public static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

    /**
     * Something that a statement is about.
     *
     * @param name of a parcel: {@code NAME:VERSION}
     * @param sha256 of its manifest, in hexadecimal digits of lower case
     */
    public record Subject(String name, String sha256) {}

    /** Copies the list. */
    public Statement {
        subjects = List.copyOf(subjects);
    }

    /** Of one parcel. */
    public static Statement of(
            Descriptor manifest, String name, String version, Provenance provenance) {
        return new Statement(
                List.of(new Subject(name + ":" + version, manifest.hex())), provenance);
    }

    /**
     * Reads one. Members that are not known are passed over.
     *
     * @throws MalformedJson if it is none, or is about something else than provenance
     */
    public static Statement read(byte[] json) throws MalformedJson {
        return StatementJson.read(json);
    }

    /** Its bytes, which are the same for whoever writes what it says. */
    public byte[] bytes() {
        return StatementJson.write(this);
    }

    /** Whether it is about that parcel. */
    boolean isAbout(Descriptor manifest, String name, String version) {
        return subjects.contains(new Subject(name + ":" + version, manifest.hex()));
    }
}
