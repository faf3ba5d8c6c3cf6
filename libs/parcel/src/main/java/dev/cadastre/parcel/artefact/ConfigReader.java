package dev.cadastre.parcel.artefact;

import dev.cadastre.ini.Quoted;
import dev.cadastre.parcel.Provision;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.folder.ParcelFile;
import dev.cadastre.parcel.folder.ParcelRules;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.JsonDocument;
import dev.cadastre.parcel.oci.MalformedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads configs that anybody may have written. What is told in them is not believed yet. Pure. */
final class ConfigReader {

    private static final int MOST_LAYERS = 1_000;

    /** What makes something else of one item. */
    @FunctionalInterface
    private interface Item<T> {
        T read(JsonNode node) throws MalformedJson;
    }

    private ConfigReader() {}

    /**
     * Reads a config.
     *
     * @throws LaterFormat if it is of a format that nobody knows yet
     * @throws MalformedJson if it is none
     */
    static ParcelConfig read(byte[] json) throws MalformedJson, LaterFormat {
        JsonNode config = JsonDocument.read(json, ParcelConfig.MOST_BYTES);
        long format = number(config, "format", Integer.MAX_VALUE);
        if (format != ParcelConfig.FORMAT) {
            throw new LaterFormat(format);
        }
        return new ParcelConfig(
                text(config, "name"),
                text(config, "version"),
                text(config, "summary"),
                text(config, "licence"),
                config.has("owner") ? text(config, "owner") : "",
                list(config, "provides", ConfigReader::provision),
                list(config, "requires", ConfigReader::requirement),
                documents(config),
                list(config, "files", ConfigReader::file),
                config.has("base") ? Optional.of(base(config.path("base"), 1)) : Optional.empty());
    }

    private static Provision provision(JsonNode node) throws MalformedJson {
        try {
            return new Provision(text(node, "name"), text(node, "version"));
        } catch (IllegalArgumentException e) {
            throw new MalformedJson("provides has what nobody provides: " + e.getMessage());
        }
    }

    private static Requirement requirement(JsonNode node) throws MalformedJson {
        try {
            return new Requirement(
                    text(node, "name"),
                    text(node, "range"),
                    text(node, "binding"),
                    flag(node, "optional"));
        } catch (IllegalArgumentException e) {
            throw new MalformedJson("requires has what nobody requires: " + e.getMessage());
        }
    }

    private static LayeredFile file(JsonNode node) throws MalformedJson {
        return new LayeredFile(
                new ParcelFile(
                        text(node, "path"),
                        flag(node, "executable"),
                        number(node, "size", Long.MAX_VALUE / ParcelConfig.MOST_BYTES),
                        digest(node)),
                (int) number(node, "layer", MOST_LAYERS));
    }

    private static BaseConfig base(JsonNode node, int depth) throws MalformedJson {
        if (depth > BaseConfig.DEEPEST) {
            throw new MalformedJson(
                    "there are more than %d bases below each other".formatted(BaseConfig.DEEPEST));
        }
        return new BaseConfig(
                text(node, "name"),
                text(node, "version"),
                digest(node),
                (int) number(node, "layers", MOST_LAYERS),
                documents(node),
                node.has("base")
                        ? Optional.of(base(node.path("base"), depth + 1))
                        : Optional.empty());
    }

    private static SortedMap<String, String> documents(JsonNode node) throws MalformedJson {
        JsonNode documents = node.path("documents");
        SortedMap<String, String> texts = new TreeMap<>();
        for (String name : documents.propertyNames()) {
            if (!ParcelRules.DOCUMENTS.contains(name)) {
                throw new MalformedJson("there is no document " + Quoted.of(name));
            }
            texts.put(name, text(documents, name));
        }
        return texts;
    }

    private static <T> List<T> list(JsonNode node, String name, Item<T> item) throws MalformedJson {
        JsonNode array = node.path(name);
        if (!array.isArray()) {
            throw new MalformedJson(name + " is missing, or no list");
        }
        List<T> items = new ArrayList<>();
        for (JsonNode one : array.values()) {
            items.add(item.read(one));
        }
        return items;
    }

    private static String text(JsonNode node, String name) throws MalformedJson {
        JsonNode value = node.path(name);
        if (!value.isString()) {
            throw new MalformedJson(name + " is missing, or no text");
        }
        return value.stringValue();
    }

    private static boolean flag(JsonNode node, String name) throws MalformedJson {
        JsonNode value = node.path(name);
        if (!value.isBoolean()) {
            throw new MalformedJson(name + " is missing, or neither true nor false");
        }
        return value.booleanValue();
    }

    private static String digest(JsonNode node) throws MalformedJson {
        String digest = text(node, "digest");
        if (!Descriptor.isDigest(digest)) {
            throw new MalformedJson("digest is no SHA-256 digest");
        }
        return digest;
    }

    private static long number(JsonNode node, String name, long most) throws MalformedJson {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 0
                || value.longValue() > most) {
            throw new MalformedJson(
                    "%s is missing, or no whole number up to %d".formatted(name, most));
        }
        return value.longValue();
    }
}
