package dev.cadastre.server.topology;

import dev.cadastre.server.estate.HostAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The addresses that an asset was said to have, in its attribute {@code address}. */
final class ToldAddresses {

    static final String ATTRIBUTE = "address";

    private ToldAddresses() {}

    /** The strangers that it is. */
    static List<AssetName> of(Told told) {
        return words(told.attributes().getOrDefault(ATTRIBUTE, ""))
                .map(HostAddress::canonicalIp)
                .flatMap(Optional::stream)
                .map(address -> new AssetName(AssetName.EXTERNAL, address))
                .distinct()
                .toList();
    }

    static Stream<String> words(String text) {
        return Stream.of(text.split("[\\s,]+")).filter(word -> !word.isEmpty());
    }
}
