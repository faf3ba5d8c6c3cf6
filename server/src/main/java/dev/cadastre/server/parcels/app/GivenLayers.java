package dev.cadastre.server.parcels.app;

import dev.cadastre.parcel.parameters.Given;
import dev.cadastre.parcel.parameters.Layer;
import dev.cadastre.parcel.parameters.LayerFile;
import dev.cadastre.parcel.parameters.LayerReading;
import dev.cadastre.parcel.parameters.Origin;
import dev.cadastre.server.parcels.ParcelProblem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What files and the command line give an app: what was given last, and what is given now on top of
 * it. Immutable.
 *
 * @param files in their order
 * @param values of the command line
 * @param unset for which neither counts
 */
record GivenLayers(List<AppJson.KeptFile> files, Map<String, String> values, Set<String> unset) {

    static final String COMMAND_LINE = "command line";

    GivenLayers {
        files = List.copyOf(files);
        values = Map.copyOf(values);
        unset = Set.copyOf(unset);
    }

    /** What is given after an order, by what was given before it. */
    static GivenLayers after(AppJson.Sealed before, AppOrder order) {
        boolean isAnew = order.verb() == AppVerb.DEPLOY;
        Map<String, AppJson.KeptFile> files = new LinkedHashMap<>();
        if (!isAnew || order.files() == null) {
            before.files().forEach(file -> files.put(file.name(), file));
        }
        List<ValuesFile> more = order.files() == null ? List.of() : order.files();
        for (ValuesFile file : more) {
            // The same file again counts where the last one does.
            files.remove(file.name());
            files.put(file.name(), new AppJson.KeptFile(file.name(), file.text()));
        }
        Map<String, String> values = new TreeMap<>(before.values());
        order.unset().forEach(values::remove);
        values.putAll(order.values());
        Set<String> unset = new TreeSet<>(before.unset());
        unset.addAll(order.unset());
        unset.removeAll(order.values().keySet());
        return new GivenLayers(List.copyOf(files.values()), values, unset);
    }

    /** As layers, the command line last; what is wrong with a file is noted. */
    List<Layer> layers(List<ParcelProblem> problems) {
        List<Layer> layers = new ArrayList<>();
        for (AppJson.KeptFile file : files) {
            LayerReading reading =
                    LayerFile.read(file.name(), file.text().getBytes(StandardCharsets.UTF_8));
            reading.problems().stream().map(ParcelProblem::of).forEach(problems::add);
            Map<String, Given> left = new TreeMap<>(reading.layer().values());
            left.keySet().removeAll(unset);
            layers.add(Layer.of(file.name(), left));
        }
        Map<String, Given> line = new TreeMap<>();
        values.forEach(
                (name, value) -> line.put(name, Given.text(value, new Origin(COMMAND_LINE, 0))));
        layers.add(Layer.of(COMMAND_LINE, line));
        return layers;
    }
}
