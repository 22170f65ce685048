"""Whatever is painted, erased, refined, undone and redone: map, list and the entry to be saved say the same."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal.domain.body import REGIONS
from journal.domain.entry import Kind, Quality, Symptom
from journal.wording import entries
from tests.ui.pointer import click, drag, middle, press_region, wheel

regions = st.sampled_from(["left_shin", "left_hip", "right_calf_upper", "right_calf_lower", "right_sole", "saddle"])
kinds = st.sampled_from([*Kind, None])
strengths = st.integers(1, 10)


class CheckingIn(RuleBasedStateMachine):
    """A person at the page; `model` is what they believe is marked, with its past and future."""

    page = None
    window = None

    @initialize()
    def begin(self):
        self.page.marks.load(())
        self.page.brush_panel.choose_kind(Kind.PAIN)
        self.page.brush_panel.choose_strength(5)
        self.model, self.past, self.future = {}, [], []

    def changed(self, model):
        if model != self.model:
            self.past.append(self.model)
            self.future = []
            self.model = model

    def brushed(self, model, region):
        kind, strength = self.page.brush_panel.brush.kind, self.page.brush_panel.brush.strength
        if kind is None:
            return {key: mark for key, mark in model.items() if key[0] != region}
        old = model.get((region, kind))
        return model | {(region, kind): Symptom(region, kind, strength, old.qualities if old else ())}

    def would_refine(self, region):
        brush = self.page.brush_panel.brush
        mark = self.model.get((region, brush.kind))
        return mark is not None and mark.intensity == brush.strength

    @rule(kind=kinds)
    def choose_kind(self, kind):
        click(self.page.brush_panel.kind_button(kind))

    @rule(strength=strengths)
    def choose_strength(self, strength):
        click(self.page.brush_panel.bar.button(strength))

    @rule(region=regions)
    def press(self, region):
        if not self.would_refine(region):
            press_region(self.window, region)
            self.changed(self.brushed(self.model, region))

    @rule()
    def drag_down_the_calf(self):
        if not self.would_refine("right_calf_upper"):
            drag(self.window, "right_calf_upper", "right_calf_lower")
            model = self.brushed(self.brushed(self.model, "right_calf_upper"), "right_calf_lower")
            self.changed(model)

    @rule(region=regions)
    def paint_by_key(self, region):
        if not self.would_refine(region):
            QTest.keyClick(self.page.map.buttons(region)[0], Qt.Key.Key_Space)
            self.changed(self.brushed(self.model, region))

    @rule(region=regions)
    def erase_by_key(self, region):
        button = self.page.map.buttons(region)[0]
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Delete)
        self.changed({key: mark for key, mark in self.model.items() if key[0] != region})

    @rule(region=regions)
    def add_from_the_list(self, region):
        self.page.places.add.activated.emit(list(REGIONS).index(region))
        self.changed(self.brushed(self.model, region))

    @rule(region=regions)
    def remove_from_the_list(self, region):
        rows = self.page.places.listed()
        if region in rows:
            click(rows[region][1])
            self.changed({key: mark for key, mark in self.model.items() if key[0] != region})

    @rule(region=regions, kind=st.sampled_from(Kind), strength=strengths, quality=st.sampled_from(Quality))
    def refine(self, region, kind, strength, quality):
        felt = Symptom(region, kind, strength, (quality,) if kind is Kind.PAIN else ())
        self.page.marks.refine(region, [felt])
        stay = {key: mark for key, mark in self.model.items() if key[0] != region}
        self.changed(stay | {(region, kind): felt})

    @rule(steps=st.integers(-3, 3), region=regions)
    def turn_the_wheel(self, steps, region):
        here = [key for key in self.model if key[0] == region]
        if len(here) == 1 and steps:
            button = self.page.map.buttons(region)[0]
            wheel(button, steps, middle(button))
            self.page.marks.end()  # as when the wheel has rested
            old = self.model[here[0]]
            new = min(10, max(1, old.intensity + steps))
            self.changed(self.model | {here[0]: Symptom(region, old.kind, new, old.qualities)})

    @rule()
    def undo(self):
        QTest.keyClick(self.page.map, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        if self.past:
            self.future.append(self.model)
            self.model = self.past.pop()

    @rule()
    def redo(self):
        QTest.keyClick(self.page.map, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
        if self.future:
            self.past.append(self.model)
            self.model = self.future.pop()

    @invariant()
    def all_say_the_same(self):
        if not hasattr(self, "model"):
            return
        entry = self.page.entry()
        assert {(mark.region, mark.kind): mark for mark in entry.marks} == self.model
        said = {region: entries.felt(self.page.marks.at(region)) for region in {key[0] for key in self.model}}
        on_map = {b.region.id: b.accessibleDescription() for b in self.page.map.region_buttons if b.isChecked()}
        assert on_map == said
        listed = {region: row.felt for region, (row, _remove) in self.page.places.listed().items()}
        assert listed == said


def test_map_list_and_entry_agree_after_any_sequence(window):
    window.resize(1280, 900)
    CheckingIn.window, CheckingIn.page = window, window.page("check_in")
    steps = settings(max_examples=25, stateful_step_count=30, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(CheckingIn, settings=steps)
