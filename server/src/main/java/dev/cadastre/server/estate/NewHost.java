package dev.cadastre.server.estate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A host to be added without the estate file. It inherits from its groups, its environment and
 * DEFAULT as a host in the file does.
 *
 * @param name its name, unique among hosts
 * @param environment its environment, which is made when it does not exist; null for that of its
 *     groups, or none
 * @param groups its groups, which must exist
 * @param settings values of {@code address}, {@code jsonstats} and the {@code ssh.*} keys; what is
 *     not given is inherited. They stand for themselves: a dollar sign is a dollar sign.
 */
public record NewHost(
        String name,
        @Nullable String environment,
        List<String> groups,
        Map<String, String> settings) {

    /** The address of a host that the server does not connect to, because it sends its reports. */
    public static final String NO_ADDRESS = HostAddress.NONE.text();

    /** Keeps copies of groups and settings. */
    public NewHost {
        groups = List.copyOf(groups);
        settings = Map.copyOf(new TreeMap<>(settings));
    }
}
