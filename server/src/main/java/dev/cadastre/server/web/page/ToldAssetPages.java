package dev.cadastre.server.web.page;

import dev.cadastre.api.Problem;
import dev.cadastre.api.map.AssetDefinition;
import dev.cadastre.server.access.Part;
import dev.cadastre.server.access.Verb;
import dev.cadastre.server.topology.UnknownAsset;
import dev.cadastre.server.topology.reading.Assets;
import dev.cadastre.server.web.api.MapRecords;
import dev.cadastre.server.web.api.Permitted;
import dev.cadastre.server.web.api.ToldMapChanges;
import dev.cadastre.server.web.api.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The form for things that nobody can observe: a switch, a rack, somebody else's service. */
@Controller
class ToldAssetPages {

    private static final String PATH = "/map/tell";

    private final Assets assets;
    private final MapForms forms;
    private final ToldMapChanges changes;
    private final Permitted permitted;
    private final Frames frames;

    ToldAssetPages(
            Assets assets,
            MapForms forms,
            ToldMapChanges changes,
            Permitted permitted,
            Frames frames) {
        this.assets = assets;
        this.forms = forms;
        this.changes = changes;
        this.permitted = permitted;
        this.frames = frames;
    }

    @GetMapping(PATH)
    ModelAndView form(HttpServletRequest request, @RequestParam(defaultValue = "") String asset) {
        permitted.reach(Verb.WRITE, Part.TOPOLOGY);
        return page(request, asset.isBlank() ? AssetForm.EMPTY : said(asset), FormFaults.NONE);
    }

    private AssetForm said(String id) {
        return assets.named(id, null, permitted.read(Part.TOPOLOGY))
                .map(MapRecords::asset)
                .map(AssetForm::of)
                .orElseThrow(() -> new UnknownAsset(id));
    }

    @PostMapping(PATH)
    ModelAndView tell(HttpServletRequest request, @ModelAttribute AssetForm form) {
        permitted.reach(Verb.WRITE, Part.TOPOLOGY);
        List<Problem.Part> problems = new ArrayList<>();
        AssetDefinition definition = form.definition(problems);
        if (form.asset().isEmpty() && there(form.id())) {
            problems.add(
                    new Problem.Part(
                            "asset.there",
                            "id",
                            "There is %s already. Change it on its page.".formatted(form.id()),
                            null));
        }
        try {
            changes.put(form.id(), definition, form.relations(), problems);
            return View.redirect(MapWording.toAsset(form.id()));
        } catch (ProblemException refused) {
            return page(request, form, FormFaults.of(refused, AssetForm::field));
        }
    }

    private boolean there(String id) {
        return assets.named(id, null, permitted.read(Part.TOPOLOGY)).isPresent();
    }

    private ModelAndView page(HttpServletRequest request, AssetForm form, FormFaults faults) {
        return faults.answered(
                View.of(
                        "map/tell",
                        "frame",
                        frames.of(
                                request,
                                form.asset().isEmpty() ? "Add a thing" : form.asset(),
                                "map",
                                null),
                        "form",
                        form,
                        "environments",
                        forms.environments(),
                        "everywhere",
                        forms.writer(null),
                        "teams",
                        forms.teams(),
                        "faults",
                        faults));
    }
}
