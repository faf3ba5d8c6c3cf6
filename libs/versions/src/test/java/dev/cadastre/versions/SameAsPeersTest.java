package dev.cadastre.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The package managers decide: whatever order they give to two versions, we give. */
class SameAsPeersTest {
    private static final String REFUSED = "refused";
    private static final List<String> DISTRIBUTION =
            words(
                    "0 1 2 9 10 00 01 007 . . . - - + ~ ~ : a b z A rc deb12u1 ubuntu el9 git _ ^ ^ ..");

    private static List<String> words(String words) {
        return List.of(words.split(" ", -1));
    }

    @Test
    void ordersDebianVersionsAsDpkg() throws Exception {
        sameAs(Peer.dpkg(), VersionScheme.DEB, DISTRIBUTION, VersionScheme.DEB::isValid, 4_000);
    }

    @Test
    void admitsTheDebianVersionsThatDpkgAdmits() throws Exception {
        List<String> versions =
                new Samples(DISTRIBUTION, version -> true, version -> true)
                        .pairs(4_000).stream().skip(3_000).map(Pair::b).toList();

        List<String> answers = Peer.dpkgGrammar().ask(versions);
        assertThat(versions.stream().map(v -> VersionScheme.DEB.isValid(v) ? "valid" : REFUSED))
                .containsExactlyElementsOf(answers);
        assertThat(answers).contains("valid", REFUSED);
    }

    @Test
    void ordersRpmVersionsAsRpm() throws Exception {
        sameAs(Peer.rpm(), VersionScheme.RPM, DISTRIBUTION, VersionScheme.RPM::isValid, 20_000);
    }

    /**
     * The peer follows apk-tools 2, which differs in numbers with leading zeros, in a zero before a
     * pre-release, and knows no hashes; {@link ApkOrderTest} has those.
     */
    @Test
    void ordersAlpineVersionsAsItsRuleInGo() throws Exception {
        List<String> words =
                words(
                        "0 1 2 9 10 20260101 . . . .1 .10 a b z _alpha _beta _pre _rc _cvs _svn _git"
                                + " _hg _p _p1 _rc2 _ _x -r -r0 -r1 -r10 - +");
        Predicate<String> wanted =
                version ->
                        VersionScheme.APK.isValid(version)
                                && !version.matches(".*([.]0[0-9.]|[.]0(_|$)|~|[0-9]{10}).*")
                                && !version.matches("0[0-9]+.*");

        sameAs(Peer.apk(), VersionScheme.APK, words, wanted, 20_000);
    }

    @Test
    void ordersPythonVersionsAsPackaging() throws Exception {
        List<String> words =
                words(
                        "0 1 2 9 10 00 01 . . . .0 ! 1! a b c rc alpha beta pre preview post rev r dev"
                                + " .dev1 .post1 rc1 a0 - _ + +local +1.a V v RC Post + x");

        sameAs(Peer.pep440(), VersionScheme.PEP440, words, version -> true, 20_000);
    }

    @Test
    void ordersSemanticVersionsAsNpm() throws Exception {
        List<String> words =
                words(
                        "0 1 2 9 10 00 01 .0 .1 .2 .0.0 .1.0 .0.1 .1.10 .2.0-rc.1 - -alpha -alpha.1"
                                + " -1 -beta.11 .beta -- + +build .x A z é");
        Predicate<String> full = version -> !version.matches("v?[0-9]+([.][0-9]+)?");

        sameAs(Peer.semver(), VersionScheme.SEMVER, words, full, 20_000);
    }

    @Test
    void ordersRubyVersionsAsRubyGems() throws Exception {
        List<String> words =
                words("0 1 2 9 10 00 01 . . . .0 .0 .a .b .rc1 .pre .pre1 a z A - - -- _ + x64");

        sameAs(Peer.gem(), VersionScheme.GEM, words, version -> !version.isEmpty(), 20_000);
    }

    private static void sameAs(
            Peer peer,
            VersionScheme scheme,
            List<String> words,
            Predicate<String> wanted,
            int count)
            throws IOException, InterruptedException {
        List<Pair> pairs = new Samples(words, scheme::isValid, wanted).pairs(count);
        List<String> answers = peer.compare(pairs);
        List<String> differences = new ArrayList<>();
        int ordered = 0;
        for (int i = 0; i < count; i++) {
            String ours = answer(scheme, pairs.get(i));
            ordered += ours.equals(REFUSED) ? 0 : 1;
            if (!ours.equals(answers.get(i))) {
                differences.add(pairs.get(i) + " ours " + ours + " theirs " + answers.get(i));
            }
        }
        System.out.printf(
                "%s: %d pairs compared, %d differences, %d pairs refused by both%n",
                scheme, count, differences.size(), count - ordered);

        assertThat(differences).isEmpty();
        assertThat(ordered).isGreaterThan(count * 3 / 4);
        assertThat(answers).contains("-1", "0", "1");
    }

    private static String answer(VersionScheme scheme, Pair pair) {
        return scheme.isValid(pair.a()) && scheme.isValid(pair.b())
                ? String.valueOf(Integer.signum(scheme.compare(pair.a(), pair.b())))
                : REFUSED;
    }
}
