package dev.cadastre.parcel.oci;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The members of one object of a document, each of the kind that it must be. */
final class Members {

    private static final String PART = "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}";
    private static final Pattern MEDIA_TYPE = Pattern.compile(PART + "/" + PART);

    private final JsonNode object;
    private final String place;

    private Members(JsonNode object, String place) {
        this.object = object;
        this.place = place;
    }

    /** Those of the whole document. */
    static Members of(JsonNode document) throws MalformedJson {
        return of(document, "");
    }

    private static Members of(JsonNode node, String place) throws MalformedJson {
        if (!node.isObject()) {
            throw new MalformedJson((place.isEmpty() ? "it" : place) + " is no object");
        }
        return new Members(node, place);
    }

    private MalformedJson wrong(String name, String what) {
        return new MalformedJson("%s %s".formatted(place(name), what));
    }

    private String place(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    /** The text of a member; empty if there is none. */
    Optional<String> text(String name) throws MalformedJson {
        JsonNode value = object.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw wrong(name, "is no text");
        }
        return Optional.of(value.stringValue());
    }

    /** A media type; empty if there is none. */
    Optional<String> mediaType(String name) throws MalformedJson {
        Optional<String> type = text(name).filter(text -> !text.isEmpty());
        if (type.isPresent() && !MEDIA_TYPE.matcher(type.get()).matches()) {
            throw wrong(name, "is no media type");
        }
        return type;
    }

    /** A whole number that is not below zero. */
    long number(String name) throws MalformedJson {
        JsonNode value = object.path(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 0
                || value.longValue() > CanonicalJson.MOST) {
            throw wrong(name, "is missing, or no number of bytes");
        }
        return value.longValue();
    }

    /** The form of the document. */
    void requireVersionTwo() throws MalformedJson {
        JsonNode version = object.path("schemaVersion");
        if (!version.isIntegralNumber() || !version.canConvertToInt() || version.intValue() != 2) {
            throw wrong("schemaVersion", "is not 2");
        }
    }

    /** Its kind, where it says one. */
    void requireMediaType(String type) throws MalformedJson {
        if (!mediaType("mediaType").orElse(type).equals(type)) {
            throw wrong("mediaType", "is not " + type);
        }
    }

    /** Texts by their names; none if the member is missing. */
    Map<String, String> texts(String name) throws MalformedJson {
        JsonNode value = object.path(name);
        Map<String, String> texts = new TreeMap<>();
        if (!value.isMissingNode()) {
            Members members = of(value, place(name));
            for (String key : value.propertyNames()) {
                texts.put(key, members.text(key).orElseThrow());
            }
        }
        return texts;
    }

    /** A descriptor that must be there. */
    Descriptor descriptor(String name) throws MalformedJson {
        return of(object.path(name), place(name)).descriptor();
    }

    /** One that may be missing. */
    Optional<Descriptor> descriptorIfThere(String name) throws MalformedJson {
        return object.path(name).isMissingNode() ? Optional.empty() : Optional.of(descriptor(name));
    }

    /** Descriptors in their order; the member must be there. */
    List<Descriptor> descriptors(String name, int most) throws MalformedJson {
        JsonNode array = object.path(name);
        if (!array.isArray() || array.size() > most) {
            throw wrong(name, "is no list of at most %d descriptors".formatted(most));
        }
        List<Descriptor> descriptors = new ArrayList<>();
        for (JsonNode item : array.values()) {
            descriptors.add(
                    of(item, "%s[%d]".formatted(place(name), descriptors.size())).descriptor());
        }
        return descriptors;
    }

    private Descriptor descriptor() throws MalformedJson {
        String digest = text("digest").orElse("");
        if (!Descriptor.isDigest(digest)) {
            throw wrong("digest", "is no SHA-256 digest");
        }
        return new Descriptor(
                mediaType("mediaType").orElseThrow(() -> wrong("mediaType", "is missing")),
                digest,
                number("size"),
                mediaType("artifactType").orElse(""),
                texts("annotations"));
    }

    /** A descriptor as documents have it. */
    static Map<String, Object> written(Descriptor descriptor) {
        Map<String, Object> members = new TreeMap<>();
        members.put("mediaType", descriptor.mediaType());
        members.put("digest", descriptor.digest());
        members.put("size", descriptor.size());
        putIfAny(members, descriptor.artifactType(), descriptor.annotations());
        return members;
    }

    /** What is left out where it says nothing. */
    static void putIfAny(
            Map<String, Object> members, String artifactType, Map<String, String> annotations) {
        if (!artifactType.isEmpty()) {
            members.put("artifactType", artifactType);
        }
        if (!annotations.isEmpty()) {
            members.put("annotations", annotations);
        }
    }
}
