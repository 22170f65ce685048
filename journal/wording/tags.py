"""The words offered for what one was doing and for what helped; translate with `_` where they are shown."""

from journal.i18n import N_

ACTIVITIES = (
    # Translators: what one was doing, chosen with a click; also in "days with driving".
    N_("sitting long"),
    N_("driving"),
    N_("standing"),
    N_("walking"),
    N_("lifting"),
    N_("bending"),
    N_("housework"),
    N_("exercise"),
    N_("lying down"),
)
RELIEFS = (
    N_("lying down"),
    N_("walking"),
    N_("changing position"),
    N_("stretching"),
    N_("heat"),
    N_("ice"),
    N_("medicine"),
)
