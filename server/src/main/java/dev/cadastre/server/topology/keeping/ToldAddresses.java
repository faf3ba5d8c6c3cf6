package dev.cadastre.server.topology.keeping;

import dev.cadastre.server.estate.HostAddress;
import dev.cadastre.server.topology.AssetName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The addresses that an asset was said to have, in its attribute {@code address}. */
public final class ToldAddresses {

    public static final String ATTRIBUTE = "address";

    private ToldAddresses() {}

    /** The strangers that it is. */
    public static List<AssetName> of(Told told) {
        return words(told.attributes().getOrDefault(ATTRIBUTE, ""))
                .map(HostAddress::canonicalIp)
                .flatMap(Optional::stream)
                .map(address -> new AssetName(AssetName.EXTERNAL, address))
                .distinct()
                .toList();
    }

    /** The addresses that a value of the attribute lists, as they were written. */
    public static Stream<String> words(String text) {
        return Stream.of(text.split("[\\s,]+")).filter(word -> !word.isEmpty());
    }
}
