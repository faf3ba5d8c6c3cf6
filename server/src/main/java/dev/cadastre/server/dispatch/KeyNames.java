package dev.cadastre.server.dispatch;

import dev.cadastre.server.estate.DeclaredHost;
import dev.cadastre.server.estate.EstateModel;
import dev.cadastre.server.estate.SshJump;
import dev.cadastre.ssh.HostAddress;
import dev.cadastre.ssh.Target;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The names under which keys are held, and the declared hosts that they concern. A jump host that
 * nothing declares is held under its address, and concerns all hosts that are reached through it.
 */
final class KeyNames {

    private final Supplier<EstateModel> estate;

    KeyNames(Supplier<EstateModel> estate) {
        this.estate = estate;
    }

    /**
     * A host on the way to another one, or that one itself.
     *
     * @param name what a person knows it by: its declared name, or else its address
     * @param answering the name of the declared host with which its key is accepted
     * @param target the name of the declared host at the end of the way
     */
    record Hop(String name, String answering, String target) {}

    /** The name under which the key of a declared host is held. */
    static HostAddress of(DeclaredHost host) {
        return new HostAddress(host.name(), host.ssh().port());
    }

    /** The declared host of that name, or else those that are reached through that address. */
    List<DeclaredHost> concernedBy(HostAddress name) {
        EstateModel model = estate.get();
        return model.hostIgnoringCase(name.host())
                .map(List::of)
                .orElseGet(() ->
                        model.hosts().values().stream()
                                .filter(host -> goesThrough(host, name))
                                .toList());
    }

    private static boolean goesThrough(DeclaredHost host, HostAddress name) {
        return host.ssh().jumps().stream().anyMatch(jump -> address(jump).equals(name));
    }

    private static HostAddress address(SshJump jump) {
        Integer port = jump.port();
        return new HostAddress(jump.host(), port == null ? HostAddress.DEFAULT_PORT : port);
    }

    /** The hosts that the way to this one goes through, as far as nothing declares them. */
    List<HostAddress> undeclaredJumps(DeclaredHost host) {
        return host.ssh().jumps().stream()
                .map(KeyNames::address)
                .filter(jump -> declared(jump).isEmpty())
                .toList();
    }

    /** The names of the keys on that way that are accepted with the host at its end. */
    List<HostAddress> acceptedWith(DeclaredHost host, Target way) {
        return hops(way)
                .map(Target::knownAs)
                .filter(name -> answering(name, host).equals(host.name()))
                .toList();
    }

    /** The hop of the way to the host that has this address. */
    Hop at(HostAddress address, DeclaredHost host, Target way) {
        return hops(way)
                .filter(hop -> hop.address().equals(address))
                .map(Target::knownAs)
                .map(name -> new Hop(called(name), answering(name, host), host.name()))
                .findFirst()
                .orElseGet(() -> new Hop(host.name(), host.name(), host.name()));
    }

    private static Stream<Target> hops(Target way) {
        return Stream.iterate(way, Objects::nonNull, Target::jump);
    }

    private String called(HostAddress name) {
        return declared(name).map(DeclaredHost::name).orElseGet(name::toString);
    }

    private String answering(HostAddress name, DeclaredHost host) {
        return declared(name).filter(declared -> of(declared).equals(name)).orElse(host).name();
    }

    private Optional<DeclaredHost> declared(HostAddress name) {
        return estate.get().hostIgnoringCase(name.host());
    }
}
