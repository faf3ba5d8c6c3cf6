package dev.cadastre.server.estate;

import dev.cadastre.ini.Problems;
import dev.cadastre.ini.Quoted;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Makes the declared hosts out of their values. */
final class HostReader {
    private final Sections sections;
    private final EstateLookup lookup;
    private final Values values;
    private final Problems problems;

    HostReader(EstateLookup lookup, Values values, Problems problems) {
        this.sections = lookup.sections();
        this.lookup = lookup;
        this.values = values;
        this.problems = problems;
    }

    /** All hosts by name; what could not be understood has its default and is a problem. */
    Map<String, DeclaredHost> read() {
        Map<String, DeclaredHost> hosts = new LinkedHashMap<>();
        lookup.places().forEach((name, place) -> hosts.put(name, host(name, place)));
        return hosts;
    }

    private DeclaredHost host(String name, Place place) {
        String scope = SectionKind.HOST.section(name);
        DeclaredHost host =
                new DeclaredHost(
                        name,
                        place.environment(),
                        place.groups(),
                        address(scope, name, place),
                        values.owner(scope, sections),
                        ssh(scope),
                        values.read(scope, Keys.JSONSTATS, WebAddress::parse),
                        place.own().origin());
        values.checkAll(scope);
        return host;
    }

    private HostAddress address(String scope, String name, Place place) {
        if (place.states(Keys.ADDRESS)) {
            return orElse(scope, Keys.ADDRESS, HostAddress::parse, unknown(name));
        }
        if (HostAddress.parse(name) instanceof Checked.Valid<HostAddress>(HostAddress address)
                && isPlace(address)) {
            return address;
        }
        problems.error(
                place.own().section().line(),
                1,
                "estate.no-address",
                "the host %s has no address, and its name cannot be one".formatted(Quoted.of(name)),
                "give it one, such as address = 10.0.0.1");
        return unknown(name);
    }

    /** A host may be called local or none; that alone does not say where it is. */
    private static boolean isPlace(HostAddress address) {
        return address.kind() == HostAddress.Kind.IP || address.kind() == HostAddress.Kind.NAME;
    }

    /** Serves only to go on looking for problems. */
    private static HostAddress unknown(String name) {
        return new HostAddress(HostAddress.Kind.NAME, name);
    }

    private SshSettings ssh(String scope) {
        SshSettings usual = SshSettings.DEFAULT;
        return new SshSettings(
                values.read(scope, Keys.SSH_USER, SshValues::user),
                orElse(scope, Keys.SSH_PORT, SshValues::port, usual.port()),
                orElse(scope, Keys.SSH_IDENTITY, SshValues::identities, usual.identities()),
                orElse(scope, Keys.SSH_JUMP, SshValues::jumps, usual.jumps()),
                orElse(scope, Keys.SSH_HOSTKEYS, SshValues::hostKeys, usual.hostKeys()),
                orElse(scope, Keys.SSH_TIMEOUT, SshValues::timeout, usual.timeout()));
    }

    private <T> T orElse(
            String scope, String key, Function<String, Checked<T>> parser, T otherwise) {
        T value = values.read(scope, key, parser);
        return value == null ? otherwise : value;
    }
}
