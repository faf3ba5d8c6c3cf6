package dev.cadastre.cli.parcel;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.output.Column;
import dev.cadastre.cli.output.Wording;
import dev.cadastre.parcel.artefact.ParcelArtefact;
import dev.cadastre.parcel.artefact.ParcelContents;
import dev.cadastre.parcel.definition.ParcelDefinition;
import dev.cadastre.parcel.folder.ParcelFile;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.parameters.Parameter;
import dev.cadastre.parcel.parameters.Value;
import dev.cadastre.parcel.registry.ParcelVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is shown of parcels. */
public final class ParcelJson {

    /** Of one. */
    public static final List<Column> ONE =
            List.of(
                    Column.of("NAME", "name"),
                    Column.of("VERSION", "version"),
                    Column.of("SUMMARY", "summary"),
                    Column.of("LICENCE", "licence"),
                    Column.of("OWNER", "owner"),
                    Column.of("BUILDS ON", "base"),
                    Column.of("PROVIDES", item -> Wording.of(item.at("provides"))),
                    Column.of("REQUIRES", item -> Wording.of(item.at("requires"))),
                    Column.of("NEEDS", item -> Wording.of(item.at("needs"))),
                    Column.of("PARAMETERS", item -> Wording.of(item.at("parameterNames"))),
                    Column.of("TESTS", item -> Wording.of(item.at("tests"))),
                    Column.of("MONITORS", item -> Wording.of(item.at("monitors"))),
                    Column.of("FILES", "files"),
                    Column.of("BYTES", "bytes"),
                    Column.of("SIGNATURES", "signatures"),
                    Column.of("DIGEST", "digest"));

    /** Of several. */
    public static final List<Column> LISTED =
            List.of(
                    Column.of("NAME", "name"),
                    Column.of("VERSION", "version"),
                    Column.of("SUMMARY", "summary"),
                    Column.of("PROVIDES", item -> Wording.of(item.at("provides"))),
                    Column.of("REQUIRES", item -> Wording.of(item.at("requires"))));

    private static final String ANNOTATION = "dev.cadastre.parcel.";
    private static final String IMAGE = "org.opencontainers.image.";

    private ParcelJson() {}

    /** A parcel that was opened. */
    public static Json of(ParcelArtefact artefact, int signatures) {
        ParcelContents contents = artefact.contents();
        ParcelDefinition definition = contents.definition();
        Map<String, Parameter> parameters = new TreeMap<>();
        contents.schemas().forEach(schema -> parameters.putAll(schema.parameters()));
        return new JsonObject()
                .with("name", definition.name())
                .with("version", definition.version())
                .with("summary", definition.summary())
                .with("licence", definition.licence())
                .with("owner", definition.owner().isEmpty() ? null : definition.owner())
                .with("base", artefact.base().map(Object::toString).orElse(null))
                .with("provides", texts(definition.provides().values()))
                .with("requires", texts(definition.requires().values()))
                .with("needs", needs(definition))
                .with("parameterNames", List.copyOf(parameters.keySet()))
                .with(
                        "parameters",
                        new Json.Items(
                                parameters.values().stream().map(ParcelJson::parameter).toList()))
                .with("tests", List.copyOf(definition.tests().keySet()))
                .with("monitors", List.copyOf(definition.monitors().keySet()))
                .with("files", number(contents.files().size()))
                .with(
                        "bytes",
                        number(
                                contents.files().values().stream()
                                        .mapToLong(ParcelFile::size)
                                        .sum()))
                .with("signatures", number(signatures))
                .with("digest", artefact.descriptor().digest())
                .json();
    }

    private static Json number(long number) {
        return new Json.Numeral(Long.toString(number));
    }

    private static List<String> texts(Iterable<?> values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.toString()));
        return texts;
    }

    private static List<String> needs(ParcelDefinition definition) {
        return definition.needs().entrySet().stream()
                .map(need -> need.getKey() + " " + need.getValue().raw().replaceAll("\\s+", " "))
                .toList();
    }

    private static Json parameter(Parameter parameter) {
        return new JsonObject()
                .with("name", parameter.name())
                .with("type", parameter.type().word())
                .with("secret", new Json.Truth(parameter.secret()))
                .with("from", parameter.from().map(Object::toString).orElse(null))
                .with("default", parameter.defaultValue().map(Value::text).orElse(null))
                .with(
                        "description",
                        parameter.description().isEmpty() ? null : parameter.description())
                .json();
    }

    /** A parcel as a catalogue lists it. */
    public static Json listed(Descriptor listed) {
        ParcelVersion parcel = ParcelVersion.of(listed).orElseThrow();
        Map<String, String> annotations = listed.annotations();
        return new JsonObject()
                .with("name", parcel.name())
                .with("version", parcel.version())
                .with("summary", annotations.get(IMAGE + "description"))
                .with("provides", lines(annotations.get(ANNOTATION + "provides")))
                .with("requires", lines(annotations.get(ANNOTATION + "requires")))
                .with("digest", listed.digest())
                .json();
    }

    private static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : text.lines().toList();
    }
}
