from django.urls import path

from registrations.enquiries import group_views, proposal_views, views

urlpatterns = [
    path("enquiry/", views.enquire, name="enquiry"),
    path("enquiry/thanks/", views.thanks, name="enquiry_thanks"),
    path("proposal/<str:token>/", proposal_views.proposal, name="proposal"),
    path("proposal/<str:token>/accept/", proposal_views.accept, name="proposal_accept"),
    path("proposal/<str:token>/decline/", proposal_views.decline, name="proposal_decline"),
    path("group/<str:token>/", group_views.register_group, name="register_group"),
]
