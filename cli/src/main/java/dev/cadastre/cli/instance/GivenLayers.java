package dev.cadastre.cli.instance;

import dev.cadastre.cli.app.GivenValues;
import dev.cadastre.cli.change.Problems;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.parcel.artefact.ParcelContents;
import dev.cadastre.parcel.parameters.Given;
import dev.cadastre.parcel.parameters.Layer;
import dev.cadastre.parcel.parameters.LayerFile;
import dev.cadastre.parcel.parameters.LayerReading;
import dev.cadastre.parcel.parameters.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a person gives, in layers. Pure. */
final class GivenLayers {

    private static final String COMMAND_LINE = "command line";

    private GivenLayers() {}

    /**
     * Files in their order, and the command line above them.
     *
     * @throws Failure if a file cannot be understood, or a secret was spelt out
     */
    static List<Layer> of(GivenValues given, ParcelContents contents) {
        List<Layer> layers = new ArrayList<>();
        Problems problems = new Problems();
        for (GivenValues.ValuesFile file : given.files()) {
            LayerReading reading =
                    LayerFile.read(file.name(), file.text().getBytes(StandardCharsets.UTF_8));
            problems.add(reading.problems());
            layers.add(reading.layer());
        }
        problems.require("What is given", "used");
        refuseSpelt(given, contents);
        Map<String, Given> line = new TreeMap<>();
        given.values()
                .forEach((name, value) ->
                        line.put(name, Given.text(value, new Origin(COMMAND_LINE, 0))));
        layers.add(Layer.of(COMMAND_LINE, line));
        return layers;
    }

    /** Others on the machine may read arguments. */
    private static void refuseSpelt(GivenValues given, ParcelContents contents) {
        List<String> spelt =
                given.spelt().stream()
                        .filter(name ->
                                contents.schemas().stream()
                                        .map(schema ->
                                                Optional.ofNullable(schema.parameters().get(name)))
                                        .flatMap(Optional::stream)
                                        .anyMatch(parameter -> parameter.secret()))
                        .sorted()
                        .toList();
        if (!spelt.isEmpty()) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "Secrets stand in the arguments, where others may read them: "
                            + String.join(", ", spelt),
                    "Write NAME=@FILE or NAME=?.");
        }
    }
}
