package dev.cadastre.server.inventory.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PackageIdsTest {

    @Property(tries = 300)
    void behavesAsASet(
            @ForAll @Size(max = 30) Set<@IntRange(max = 40) Integer> a,
            @ForAll @Size(max = 30) Set<@IntRange(max = 40) Integer> b) {
        Set<Integer> difference = new HashSet<>(a);
        difference.removeAll(b);
        Set<Integer> union = new HashSet<>(a);
        union.addAll(b);

        assertThat(PackageIds.of(a).minus(PackageIds.of(b))).isEqualTo(PackageIds.of(difference));
        assertThat(PackageIds.of(a).plus(PackageIds.of(b))).isEqualTo(PackageIds.of(union));
        assertThat(a).allMatch(PackageIds.of(a)::contains);
    }

    @Property(tries = 300)
    void isWrittenAsASmallDifferenceOrAsANewSet(
            @ForAll @Size(max = 120) Set<@IntRange(max = 200) Integer> wanted,
            @ForAll @Size(max = 3)
                    List<@Size(max = 120) Set<@IntRange(max = 200) Integer>> stored) {
        PackageIds ids = PackageIds.of(wanted);
        List<SetDelta.Stored> others =
                IntStream.range(0, stored.size())
                        .mapToObj(i -> new SetDelta.Stored(i, PackageIds.of(stored.get(i))))
                        .toList();

        SetDelta chosen = SetDelta.choose(ids, null, others);

        if (chosen.set() != null) {
            PackageIds base = others.get(chosen.set()).members();
            assertThat(base.minus(chosen.removed()).plus(chosen.added())).isEqualTo(ids);
            assertThat(chosen.added().size() + chosen.removed().size()).isLessThanOrEqualTo(64);
            assertThat(base.minus(chosen.removed()).minus(chosen.added()))
                    .isEqualTo(base.minus(chosen.removed()));
        } else {
            assertThat(others)
                    .allMatch(other ->
                            ids.minus(other.members()).size() + other.members().minus(ids).size()
                                    > 64);
        }
    }
}
