package dev.cadastre.server.inventory.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.server.access.Reach;
import dev.cadastre.server.inventory.Conflict;
import dev.cadastre.server.inventory.HostDetail.IdentityKey;
import dev.cadastre.server.inventory.HostDetail.IdentityKey.Kind;
import dev.cadastre.server.inventory.Origin.Naming;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecognitionTest {

    private static final int WEB1 = 1;

    @Test
    void knowsAHostByItsKeysAndName() {
        Recognition decision = decide(claimed("web1", keys("a")), host("web1", keys("a")));

        assertThat(known(decision)).isEqualTo(WEB1);
        assertThat(decision.doubt()).isNull();
        assertThat(decision.reason()).contains("the machine id is the same");
    }

    @Test
    void keepsTheRecordWhenOnlyTheSshKeysWereMadeAnew() {
        Recognition decision =
                decide(
                        claimed(
                                "web1",
                                Set.of(key(Kind.MACHINE_ID, "a"), key(Kind.SSH_HOST_KEY, "new"))),
                        host("web1", keys("a")));

        assertThat(known(decision)).isEqualTo(WEB1);
    }

    @Test
    void keepsAnotherMachineOfTheSameNameApart() {
        Recognition decision = decide(claimed("web1", keys("b")), host("web1", keys("a")));

        assertThat(decision).isInstanceOf(Recognition.Unknown.class);
        assertThat(kind(decision)).isEqualTo(Conflict.Kind.SAME_NAME);
        assertThat(decision.doubt())
                .extracting(Recognition.Doubt::reason)
                .asString()
                .contains("Another machine is named web1", "the machine id differs");
    }

    @Test
    void doesNotTakeANameForProofWhenAMachineShowsNothing() {
        Recognition decision = decide(claimed("web1", Set.of()), host("web1", keys("a")));

        assertThat(decision).isInstanceOf(Recognition.Unknown.class);
        assertThat(kind(decision)).isEqualTo(Conflict.Kind.SAME_NAME);
    }

    @Test
    void takesADoubtfulMachineForItsOwnRecordTheNextTime() {
        Recognition decision =
                Recognition.of(
                        claimed("web1", keys("b")),
                        List.of(host("web1", keys("a")), candidate(2, "web1~2", keys("b"))));

        assertThat(known(decision)).isEqualTo(2);
    }

    @Test
    void doesNotBelieveACredentialOfAnotherMachine() {
        Sighting bound = new Sighting("web1", Naming.BOUND, null, Reach.ALL, keys("b"));

        assertThat(decide(bound, host("web1", keys("a")))).isInstanceOf(Recognition.Unknown.class);
    }

    @Test
    void neverWritesToAHostThatACredentialIsNotFor() {
        Sighting bound = new Sighting("web2", Naming.BOUND, null, Reach.ALL, keys("a"));

        Recognition decision = decide(bound, host("web1", keys("a")));

        assertThat(decision).isInstanceOf(Recognition.Unknown.class);
        assertThat(kind(decision)).isEqualTo(Conflict.Kind.SAME_IDENTITY);
    }

    @Test
    void neverWritesToAHostOutOfTheSendersReach() {
        Sighting sighting =
                new Sighting("web2", Naming.CLAIMED, "dev", new Reach(Set.of("dev")), keys("a"));

        Recognition decision =
                decide(sighting, candidate(WEB1, "web1", keys("a"), false, false, false));

        assertThat(decision).isInstanceOf(Recognition.Unknown.class);
        assertThat(kind(decision)).isEqualTo(Conflict.Kind.SAME_IDENTITY);
    }

    @Test
    void keepsClonesApart() {
        Candidate original = candidate(WEB1, "web1", keys("a"), true, false, true);
        Recognition decision = Recognition.of(declared("web2", keys("a")), List.of(original));

        assertThat(decision).isInstanceOf(Recognition.Unknown.class);
        assertThat(kind(decision)).isEqualTo(Conflict.Kind.SAME_IDENTITY);
    }

    @Test
    void keepsTellingOfAClone() {
        Recognition decision =
                Recognition.of(
                        declared("web2", keys("a")),
                        List.of(
                                candidate(WEB1, "web1", keys("a"), true, false, true),
                                candidate(2, "web2", keys("a"), true, false, true)));

        assertThat(known(decision)).isEqualTo(2);
        assertThat(kind(decision)).isEqualTo(Conflict.Kind.SAME_IDENTITY);
    }

    @Test
    void followsAHostThatTheEstateRenamed() {
        Candidate retired = candidate(WEB1, "web1", keys("a"), false, true, false);
        Candidate placeholder = candidate(2, "shop1", Set.of(), true, false, false);

        Recognition decision =
                Recognition.of(declared("shop1", keys("a")), List.of(retired, placeholder));

        assertThat(known(decision)).isEqualTo(WEB1);
    }

    @Test
    void followsAPushingHostThatRenamedItselfOnceTheOldNameIsSilent() {
        Candidate silent = candidate(WEB1, "web1", keys("a"), false, false, false);
        Candidate heard = candidate(WEB1, "web1", keys("a"), false, false, true);

        assertThat(known(Recognition.of(claimed("shop1", keys("a")), List.of(silent))))
                .isEqualTo(WEB1);
        assertThat(Recognition.of(claimed("shop1", keys("a")), List.of(heard)))
                .isInstanceOf(Recognition.Unknown.class);
    }

    @Test
    void fillsTheDeclaredRecordAtTheFirstReport() {
        Candidate placeholder = candidate(2, "web1", Set.of(), true, false, false);

        assertThat(known(Recognition.of(declared("web1", keys("a")), List.of(placeholder))))
                .isEqualTo(2);
    }

    @Test
    void knowsANewInstallationOnTheSameDeclaredMachine() {
        Set<IdentityKey> before = new HashSet<>(keys("a"));
        before.add(key(Kind.DMI_UUID, "board"));
        Set<IdentityKey> after = new HashSet<>(keys("b"));
        after.add(key(Kind.DMI_UUID, "board"));

        assertThat(known(decide(declared("web1", after), host("web1", before)))).isEqualTo(WEB1);
    }

    @Test
    void saysNothingOfContainersThatShareTheDmiOfTheirHost() {
        Set<IdentityKey> one = Set.of(key(Kind.MACHINE_ID, "a"), key(Kind.DMI_UUID, "board"));
        Set<IdentityKey> two = Set.of(key(Kind.MACHINE_ID, "b"), key(Kind.DMI_UUID, "board"));

        Recognition decision = decide(declared("web2", two), host("web1", one));

        assertThat(decision).isInstanceOf(Recognition.Unknown.class);
        assertThat(decision.doubt()).isNull();
    }

    private static Recognition decide(Sighting sighting, Candidate candidate) {
        return Recognition.of(sighting, List.of(candidate));
    }

    private static int known(Recognition decision) {
        return decision instanceof Recognition.Known known ? known.host() : -1;
    }

    private static Conflict.@Nullable Kind kind(Recognition decision) {
        return decision.doubt() == null ? null : decision.doubt().kind();
    }

    private static Sighting claimed(String name, Set<IdentityKey> keys) {
        return new Sighting(name, Naming.CLAIMED, null, Reach.ALL, keys);
    }

    private static Sighting declared(String name, Set<IdentityKey> keys) {
        return new Sighting(name, Naming.DECLARED, "qa", Reach.ALL, keys);
    }

    private static Candidate host(String name, Set<IdentityKey> keys) {
        return candidate(WEB1, name, keys);
    }

    private static Candidate candidate(int host, String name, Set<IdentityKey> keys) {
        return candidate(host, name, keys, false, false, true);
    }

    private static Candidate candidate(
            int host,
            String name,
            Set<IdentityKey> keys,
            boolean declared,
            boolean retired,
            boolean heard) {
        return new Candidate(host, name, "qa", declared, retired, heard, keys);
    }

    private static Set<IdentityKey> keys(String value) {
        return Set.of(key(Kind.MACHINE_ID, value), key(Kind.SSH_HOST_KEY, value));
    }

    private static IdentityKey key(Kind kind, String value) {
        return new IdentityKey(kind, value);
    }
}
